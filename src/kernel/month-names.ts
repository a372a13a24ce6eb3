import type { Language } from './words.ts'

type Months = {
  /** «февраль»: by itself, from January on. */
  alone: readonly string[]
  /** «13 февраля»: after a day. */
  afterDay: readonly string[]
}

const english = 'January February March April May June July August September October November December'.split(' ')

/** The months as each language writes them. */
export const monthNames: Record<Language, Months> = {
  ru: {
    alone: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
    afterDay: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  },
  en: { alone: english, afterDay: english },
}
