import { defineWords } from '../../kernel/words.ts'

/** What is said to an administrator who looks through another's eyes. */
export const viewWords = defineWords({
  namespace: 'access.view',
  ru: {
    'band.label': 'Просмотр глазами другого человека',
    band: 'Вы смотрите глазами: {{name}}. Менять ничего нельзя, просмотр записан в журнал.',
    back: 'Вернуться',
    open: 'Посмотреть глазами этого человека',
    'confirm.title': 'Посмотреть глазами: {{name}}?',
    'confirm.text':
      'Вы увидите то же, что видит этот человек, и ничего не сможете изменить. Начало, конец и открытые карточки останутся в журнале под вашим именем.',
    'confirm.submit': 'Посмотреть',
  },
  en: {
    'band.label': 'Looking through another person’s eyes',
    band: 'You look through the eyes of {{name}}. Nothing can be changed, and the journal knows of it.',
    back: 'Come back',
    open: 'Look through this person’s eyes',
    'confirm.title': 'Look through the eyes of {{name}}?',
    'confirm.text':
      'You will see what this person sees and change nothing. Beginning, end and opened cards stay in the journal under your name.',
    'confirm.submit': 'Look',
  },
})
