import { defineWords } from '../../../kernel/words.ts'

/** Sentences of the group under the road map: what schools have set themselves. */
export const words = defineWords({
  namespace: 'assignments.own-rows',
  ru: {
    title: 'Собственные мероприятия школ',
    'title.own': 'Собственные мероприятия школы',
    schools_one: 'у {{count}} школы',
    schools_few: 'у {{count}} школ',
    schools_many: 'у {{count}} школ',
    schools_other: 'у {{count}} школ',
    shown: 'Показано собственных мероприятий: {{rows}} из {{total}}',
    state: '{{state}} — {{count}}',
    map: 'Карта школы',
    pages: 'Страницы собственных мероприятий',
    'pages.at': 'Страница {{page}} из {{last}}',
    'pages.back': 'Предыдущие школы',
    'pages.on': 'Следующие школы',
    noPerson: 'ответственный не указан',
  },
  en: {
    title: 'The schools’ own activities',
    'title.own': 'The school’s own activities',
    schools_one: 'of {{count}} school',
    schools_other: 'of {{count}} schools',
    shown: '{{rows}} of {{total}} own activities shown',
    state: '{{state}}: {{count}}',
    map: 'School map',
    pages: 'Pages of own activities',
    'pages.at': 'Page {{page}} of {{last}}',
    'pages.back': 'Schools before',
    'pages.on': 'More schools',
    noPerson: 'nobody is named',
  },
})
