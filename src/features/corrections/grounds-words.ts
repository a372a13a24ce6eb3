import { defineWords } from '../../kernel/words.ts'

/** Why something in force is corrected, and on what that rests: a road map of the authority and a school's own. */
export const groundsWords = defineWords({
  namespace: 'corrections.grounds',
  ru: {
    reason: 'Почему меняем',
    'reason.hint': 'Например: «по итогам собеседований сроки вебинаров перенесены».',
    'reason.error': 'Напишите причину: её прочтут в истории изменений.',
    basis: 'Основание',
    basisKind: 'На чём основано',
    'basisKind.choose': 'выберите',
    'basisKind.error': 'Выберите, на чём основано изменение. Если ничего не подходит — «другое».',
    'basis.hint': 'Номер и дата: «протокол собеседования № 3 от 12.03.2024».',
    'basis.interview': 'собеседование',
    'basis.questionnaire': 'анкетирование',
    'basis.order': 'приказ',
    'basis.request': 'обращение школы',
    'basis.other': 'другое',
  },
  en: {
    reason: 'Why',
    'reason.hint': 'For example: “after the interviews the webinars are moved”.',
    'reason.error': 'Write the reason: it is read in the history of changes.',
    basis: 'Basis',
    basisKind: 'What it rests on',
    'basisKind.choose': 'choose',
    'basisKind.error': 'Choose what the change rests on. If nothing fits, choose “other”.',
    'basis.hint': 'Number and date: “minutes No. 3 of 12.03.2024”.',
    'basis.interview': 'interview',
    'basis.questionnaire': 'questionnaire',
    'basis.order': 'order',
    'basis.request': 'request of a school',
    'basis.other': 'other',
  },
})
