import { inOneLine } from '../../paper/paper.ts'
import { understandPeriod } from './period.ts'

const ownMonth =
  /январ|феврал|март|апрел|(?<!\p{L})ма[йяею](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр|квартал|полугоди|\d{1,2}\.\d{1,2}|(?<!\d)20\d\d|год/iu
const often = /^(?:ежедневно|еженедельно|ежемесячно|ежеквартально|ежегодно|постоянно)[:.]?$/iu
/** Any year will do to ask whether words are a term. */
const anyYear = { contextYear: 2024, schoolYear: null }

/** «Сентябрь», «I квартал»: a heading that is itself the term of the rows below; null for any other heading. */
export function sectionTerm(title: string): string | null {
  const words = inOneLine(title)
  return words.length <= 40 && (ownMonth.test(words) || often.test(words)) && isWholeTerm(words) ? words : null
}

/** The term of a row below such a heading: its own month wins; «до 10 числа» and an empty cell take the heading's. */
export function termUnder(heading: string, own: string): string {
  if (own === '') return heading
  if (ownMonth.test(own)) return own
  if (/^(?:в\s+теч(?:ение|\.)\s+(?:всего\s+)?месяца|весь\s+месяц)$/iu.test(own)) return heading
  const parts = own.split(/,\s*/).map((part) => `${part} ${heading}`)
  if (parts.length > 1 && parts.every(isWholeTerm)) return parts.join(', ')
  return [`${own} ${heading}`, `${own}, ${heading}`].find(isWholeTerm) ?? own
}

/** Whether nothing of these words is left that is no term. */
export function isWholeTerm(words: string): boolean {
  const { kind, findings } = understandPeriod(words, anyYear)
  return kind !== 'unparseable' && !findings.some(({ code }) => code === 'period-not-understood')
}
