import { defineWords } from '../../kernel/words.ts'

/** What stands around every screen. */
export const frameWords = defineWords({
  namespace: 'app.frame',
  ru: {
    'menu.today': 'Сегодня',
    'menu.roadMap': 'Дорожная карта',
    'menu.roadMap.short': 'Карта',
    'menu.tasks': 'Поручения',
    'menu.schools': 'Школы',
    'menu.settings': 'Настройки',
    'person.settings': 'Настройки',
    'person.sessions': 'Мои входы',
    'person.password': 'Пароль',
    'demonstration.mark': 'Демонстрация',
    'demonstration.label': 'Демонстрация: вымышленный район',
    'demonstration.text':
      'Район, школы и люди вымышлены. Здесь можно всё: когда демонстрация закончится, от неё ничего не останется.',
    'clock.today': 'Какой здесь сегодня день',
    'clock.hint': 'Сроки и состояния пересчитаются для всех, кто в демонстрации.',
    'clock.fault': 'Напишите день: 13.02.2024.',
    'clock.move': 'Переставить часы',
    'clock.moved': 'Теперь здесь {{day}}',
  },
  en: {
    'menu.today': 'Today',
    'menu.roadMap': 'Road map',
    'menu.roadMap.short': 'Map',
    'menu.tasks': 'Tasks',
    'menu.schools': 'Schools',
    'menu.settings': 'Settings',
    'person.settings': 'Settings',
    'person.sessions': 'My sessions',
    'person.password': 'Password',
    'demonstration.mark': 'Demonstration',
    'demonstration.label': 'Demonstration: a fictional district',
    'demonstration.text':
      'The district, schools and people are fictional. Try anything: nothing remains when the demonstration ends.',
    'clock.today': 'What day it is here',
    'clock.hint': 'Deadlines and states follow, for everybody in the demonstration.',
    'clock.fault': 'Write the day: 13.02.2024.',
    'clock.move': 'Move the clock',
    'clock.moved': 'It is {{day}} here now',
  },
})
