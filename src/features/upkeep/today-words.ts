import { defineWords } from '../../kernel/words.ts'

/** What «Сегодня» says of copies: apart from the screen's own words, because it is on the first screen of the day. */
export const upkeepTodayWords = defineWords({
  namespace: 'upkeep.today',
  ru: {
    old: 'Последней целой копии данных больше трёх дней.',
    failed: 'Последняя копия данных не получилась.',
    press: 'Посмотреть, что делать',
  },
  en: {
    old: 'The last good copy of the data is older than three days.',
    failed: 'The last copy of the data did not succeed.',
    press: 'See what to do',
  },
})
