import { defineWords } from '../../kernel/words.ts'

/** What stands in a person's own calendar program. */
export const calendarWords = defineWords({
  namespace: 'app.calendar',
  ru: {
    name: 'Опора: сроки',
    begins: 'Начало: {{what}}',
    due: 'Срок: {{what}}',
    done: 'Срок, всё принято: {{what}}',
    unfinished: 'Не завершили: {{count}} из {{asked}}.',
  },
  en: {
    name: 'Opora: deadlines',
    begins: 'Begins: {{what}}',
    due: 'Due: {{what}}',
    done: 'Due, all accepted: {{what}}',
    unfinished: 'Not finished: {{count}} of {{asked}}.',
  },
})
