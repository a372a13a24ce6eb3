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
    'start.nothing': 'Для вас здесь пока ничего нет.',
    'start.nothing.next':
      'Когда для вашей роли появится работа, она встанет на эту страницу. Если вы ждали увидеть план школы, попросите координатора дать вам роль.',
    'person.sessions': 'Мои входы',
    'person.entry': 'Пароль и вход',
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
    'start.nothing': 'There is nothing here for you yet.',
    'start.nothing.next':
      'Work for your role will appear on this page. If you expected the plan of a school, ask the coordinator for a role.',
    'person.sessions': 'My sessions',
    'person.entry': 'Password and sign-in',
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
