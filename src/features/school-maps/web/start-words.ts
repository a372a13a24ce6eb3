import { defineWords } from '../../../kernel/words.ts'

/** Sentences of «Начать карты»: for many schools at once. */
export const words = defineWords({
  namespace: 'school-maps.start-many',
  ru: {
    open: 'Начать карты',
    title_one: 'Начать карту: {{count}} школа',
    title_few: 'Начать карты: {{count}} школы',
    title_many: 'Начать карты: {{count}} школ',
    title_other: 'Начать карты: {{count}} школы',
    text: 'Появятся пустые карты: школы сразу увидят свои и смогут их писать.',
    told: 'Как школы сообщили вам о начале',
    had_one: 'У {{count}} школы карта уже есть, она не изменится.',
    had_few: 'У {{count}} школ карты уже есть, они не изменятся.',
    had_many: 'У {{count}} школ карты уже есть, они не изменятся.',
    had_other: 'У {{count}} школ карты уже есть, они не изменятся.',
    schools: 'Кому начать',
    all: 'Выбрать всех',
    none: 'Снять выбор',
    done: 'Начато карт: {{started}}',
    'done.had': 'Начато карт: {{started}}, уже были: {{had}}',
  },
  en: {
    open: 'Begin maps',
    title_one: 'Begin the map of {{count}} school',
    title_other: 'Begin the maps of {{count}} schools',
    text: 'Empty maps appear: each school sees its own at once and may write in it.',
    told: 'How the schools told you to begin',
    had_one: '{{count}} school has a map already; it stays as it is.',
    had_other: '{{count}} schools have a map already; they stay as they are.',
    schools: 'For whom',
    all: 'Choose all',
    none: 'Choose none',
    done: 'Maps begun: {{started}}',
    'done.had': 'Maps begun: {{started}}; were there already: {{had}}',
  },
})
