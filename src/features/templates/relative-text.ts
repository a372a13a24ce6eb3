import { yearMentions } from '../road-maps/year-mentions.ts'

/** How far from the plan's own year another one still belongs to the plan: «за три года». */
const NEAR = 3
const YEAR = /(?<!\d)20\d\d(?!\d)/g
const PLACE = /\{год(?:([+-])(\d))?\}/g

/** The text with `{год}`, `{год+1}` in the place of the plan's years. A legal act keeps the date that it has. */
export function withoutYear(text: string, year: number): string {
  let relative = text
  for (const { at, found, later } of yearMentions(text).reverse()) {
    if (later(0) === null) continue
    const said = found.replace(YEAR, (one) => placeOf(Number(one) - year) ?? one)
    relative = relative.slice(0, at) + said + relative.slice(at + found.length)
  }
  return relative
}

/** A title names the year of its plan, whichever it says: one that was behind is behind no longer. */
export function titleWithoutYear(title: string, year: number): string {
  const said = yearMentions(title).find((one) => one.year !== null)?.year ?? year
  return withoutYear(title, Math.abs(said - year) <= NEAR ? said : year)
}

/** The text in this year. */
export function inYear(text: string, year: number): string {
  return text.replace(PLACE, (_, sign: string | undefined, by: string | undefined) =>
    String(year + (sign === '-' ? -1 : 1) * Number(by ?? 0)),
  )
}

function placeOf(by: number): string | null {
  if (Math.abs(by) > NEAR) return null
  return by === 0 ? '{год}' : `{год${by > 0 ? '+' : '-'}${Math.abs(by)}}`
}
