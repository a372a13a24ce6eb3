import { stateWords } from '../../kernel/state-words.ts'
import type { Language } from '../../kernel/words.ts'
import { defineWords } from '../../kernel/words.ts'

/** Words of the tables that leave Opora as .xlsx. */
export const exportWords = defineWords({
  namespace: 'assignments.paper',
  ru: {
    'sheet.matrix': 'Дорожная карта',
    'sheet.list': 'Мероприятия по организациям',
    'head.organisation': 'Организация',
    'head.variant': 'Вариант сопровождения',
    'head.section': 'Раздел',
    'head.number': '№',
    'head.activity': 'Мероприятие',
    'head.period': 'Срок по приказу',
    'head.due': 'Выполнить до',
    'head.moved': 'Срок перенесён до',
    'head.part': 'Участие',
    'head.state': 'Состояние',
    'head.missed': 'Не подтверждено за',
    'head.windows': 'Принято сроков',
    until: 'до',
    moved: 'срок перенесён до',
    asked: 'просят перенести срок',
    removed: 'исключено редакцией',
    'part.executes': 'исполняет',
    'part.takes-part': 'участвует',
    'part.is-informed': 'для сведения',
    ...stateWords.ru,
  },
  en: {
    'sheet.matrix': 'Road map',
    'sheet.list': 'Activities by organisation',
    'head.organisation': 'Organisation',
    'head.variant': 'Support variant',
    'head.section': 'Section',
    'head.number': 'No.',
    'head.activity': 'Activity',
    'head.period': 'Period in the order',
    'head.due': 'Due on',
    'head.moved': 'Moved to',
    'head.part': 'Part',
    'head.state': 'State',
    'head.missed': 'Not confirmed for',
    'head.windows': 'Windows accepted',
    until: 'until',
    moved: 'moved to',
    asked: 'a later day is asked for',
    removed: 'left out by revision',
    'part.executes': 'executes',
    'part.takes-part': 'takes part',
    'part.is-informed': 'is informed',
    ...stateWords.en,
  },
})

export type PaperWords = { readonly [K in keyof (typeof exportWords)['ru']]: string }

export const paperWords: Readonly<Record<Language, PaperWords>> = { ru: exportWords.ru, en: exportWords.en }
