import { inOneLine } from '../../paper/paper.ts'
import { type ListedActivity, type ListedPlan, type ListedRow, listedPlanOf } from './listed-plan.ts'
import { personIn } from './persons.ts'
import { roadMapTitle } from './road-map-title.ts'
import { isWholeTerm, sectionTerm } from './section-term.ts'

/** No activity is longer: what goes on and on is other text. */
const LONGEST = 2000

/** A list whose items open with their date, or stand under months; null where there are fewer than two. */
export function datedList(lines: string[]): ListedPlan | null {
  const plain = lines.map(inOneLine)
  const first = plain.findIndex((line) => itemOf(line, null) !== null || headingOf(line) !== null)
  if (first < 0) return null
  const rows = rowsFrom(plain, first)
  const activities = rows.filter((row) => 'title' in row)
  const headings = rows.length - activities.length
  const title = roadMapTitle(plain.slice(0, first))
  if (activities.length < 2 || (title === null && activities.length < 3)) return null
  const form = headings > 0 ? 'мероприятия стоят под месяцами' : 'мероприятия открываются датой'
  const message = `Таблицы в документе нет: план прочитан как список, где ${form}.`
  return listedPlanOf(title, rows, { message, confidence: 0.7 })
}

function rowsFrom(all: string[], first: number): ListedRow[] {
  const rows: ListedRow[] = []
  let heading: string | null = null
  for (const [at, line] of all.entries()) {
    if (line === '' || at < first) continue
    const lines = { from: at, to: at + 1 }
    const own = headingOf(line)
    const item = own === null ? itemOf(line, heading) : null
    const last = rows.at(-1)
    if (own !== null) {
      heading = own
      rows.push({ heading: own, lines })
    } else if (item) rows.push({ ...item, lines })
    else if (last && 'title' in last && last.title.length < LONGEST && /^[\p{Ll}(]/u.test(line)) {
      last.title = inOneLine(`${last.title} ${line}`)
      if (last.lines) last.lines.to = at + 1
    } else break
  }
  return rows.map((row) => ('title' in row ? withExecutors(row) : row))
}

function headingOf(line: string): string | null {
  return line.length > 30 ? null : sectionTerm(line.replace(/[:.]$/, ''))
}

const mark = /^(?:(\d{1,2})[.)]\s+|[-–—•*·]\s*)/

/** «15 января – открытие»; below a month also «15 – открытие» and «– открытие». */
function itemOf(line: string, heading: string | null): ListedActivity | null {
  const [marked = '', number = null] = mark.exec(line) ?? []
  const text = line.slice(marked.length)
  const cuts = [...text.matchAll(/\s*[–—:-]\s+/g)].toReversed()
  const isTerm = (words: string) =>
    words !== '' && (isWholeTerm(words) || (heading !== null && isWholeTerm(`${words} ${heading}`)))
  const cut = cuts.find(
    ({ index }) => index <= 60 && /\d|\p{L}{3}/u.test(text.slice(0, index)) && isTerm(text.slice(0, index)),
  )
  const rest = { number, executors: '', result: '' }
  if (cut) return { ...rest, period: text.slice(0, cut.index), title: text.slice(cut.index + cut[0].length) }
  return heading !== null && marked !== '' && /^[\p{L}«"]/u.test(text) ? { ...rest, period: '', title: text } : null
}

const named = /\s*[(,.;]\s*(?:отв(?:етственн\p{L}+|\.)?|исполнител\p{L}+)\s*[:–—-]?\s*([^()]+?)\)?[.;]?$/iu

/** «Набор в группы (Серова А.К.)» */
const person =
  /\s*\((\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?\p{Lu}\.|\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}+)\)[.;]?$/u

/** «… (руководители ОО, Ежова М.М.)»: who carries it out; «(парк Победы)» is no person and no office. */
function inBrackets(title: string): RegExpExecArray | null {
  const found = /\s*\(([^()]+)\)[.;]?$/u.exec(title)
  const named = found?.[1] ?? ''
  const isOffice =
    /^(?:управлени|отдел|комитет|администраци|руководител|директор|специалист|методист|учител|педагог|классн|заместител|зам\.|завуч)/iu
  return personIn(named)?.at === 0 || isOffice.test(named) ? found : null
}

function withExecutors(row: ListedActivity): ListedActivity {
  const found = named.exec(row.title) ?? person.exec(row.title) ?? inBrackets(row.title)
  const title = (found ? row.title.slice(0, found.index) : row.title).replace(/[.;]$/, '')
  const own = withOwnTerm({ ...row, title, executors: found?.[1] ?? '' })
  // The bracket that named the executor closes here as well.
  return found && /\([^()]*$/.test(own.title) ? { ...own, title: `${own.title})` } : own
}

/** «Совещание (10 января)» and «Семинар – 15 февраля» below a month name their day themselves. */
function withOwnTerm(row: ListedActivity): ListedActivity {
  const end = /\s*(?:\(([^()]{1,60})\)?|\s[–—-]\s+([^–—()]{1,60}))$/u.exec(row.title)
  const term = end?.[1] ?? end?.[2] ?? ''
  if (!end || !isWholeTerm(term)) return row
  return { ...row, title: row.title.slice(0, end.index), period: row.period === '' ? term : `${row.period}, ${term}` }
}
