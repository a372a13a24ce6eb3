import { withCapital } from '../../kernel/with-capital.ts'
import { inOneLine } from '../../paper/paper.ts'
import { hasTask, partedTask } from './addressed-task.ts'
import { linesOfClauses } from './clause-lines.ts'
import { type ListedActivity, type ListedPlan, listedPlanOf } from './listed-plan.ts'
import type { ParsedClause, ParsedOrder } from './order.ts'
import { isWholeTerm } from './section-term.ts'

const month = '(?:январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр)\\p{L}*'
const year = '(?:\\s+20\\d\\d)?(?:\\s*(?:года|году|г\\.))?'
const date = `(?:\\d{1,2}\\.\\d{1,2}(?:\\.\\d{2,4})?(?:\\s*(?:года|г\\.))?|«?\\d{1,2}»?\\s+${month}${year})`
const term = new RegExp(
  [
    `(?:в\\s+(?:срок|период)\\s+)?с\\s+(?:${date}|\\d{1,2})\\s+по\\s+${date}`,
    `\\d{1,2}\\s*[–-]\\s*${date}`,
    `(?:ежегодно|ежемесячно|ежеквартально)?,?\\s*(?:в\\s+срок\\s*[:–-]?\\s*)?(?:до|не\\s+позднее|к)\\s+${date}`,
    `в\\s+срок\\s*[:–-]?\\s*${date}`,
    `(?:ежемесячно|ежеквартально|еженедельно)(?:,?\\s+до\\s+\\d{1,2}(?:-?го)?\\s+числа(?:\\s+каждого\\s+месяца)?)?`,
    `(?:в|на)\\s+${month}(?:\\s*[–-]\\s*${month})?${year}`,
    `в\\s+течение\\s+(?:(?:20\\d\\d(?:[/–-]\\d{2,4})?\\s+)?(?:учебного\\s+)?года|${month}${year})`,
    `${date}`,
  ]
    .map((form) => `(?<!\\p{L})${form}`)
    .join('|'),
  'iu',
)
const aside =
  /^(?:общий\s+)?контроль(?!\p{L})|^(?:с\s+приказом|настоящ|приказ\s+вступа|считать|признать|утвердить\s+(?:прилагаем|план|состав|перечень|положение))/iu

/** «Срок – », whose term is taken out. */
const termLabel = /[.,;(]?\s*\(?(?<!\p{L})срок(?:\s+исполнения)?\s*[:–—-]\s*(?=[\s.;)]*$)/iu

/** An order may be its own plan: who must do what by when, clause by clause; null where fewer than two clauses have a term. */
export function clausePlan({ title, clauses }: ParsedOrder, lines: string[]): ListedPlan | null {
  const spans = linesOfClauses(lines, clauses)
  const byNumber = new Map(clauses.map((clause) => [clause.number, clause]))
  const parents = new Set(clauses.map(({ number }) => above(number)))
  const rows = clauses.flatMap((clause, at) => {
    const isParent = parents.has(clause.number) && /:$/.test(clause.text.trim())
    const row = isParent ? null : activityOf(clause, byNumber.get(above(clause.number)))
    return row ? [{ ...row, lines: spans[at] }] : []
  })
  if (rows.filter(({ period }) => period !== '').length < 2) return null
  const message = 'Таблицы в документе нет: мероприятия, сроки и исполнители взяты из пунктов приказа.'
  return listedPlanOf(title, rows, { message, confidence: 0.7 })
}

function activityOf({ number, text }: ParsedClause, parent: ParsedClause | undefined): ListedActivity | null {
  if (aside.test(text)) return null
  const period = termIn(text)
  const task = inOneLine(period === '' ? text : text.replace(period, ' ').replace(termLabel, ' ')).replace(
    /^[,\s]+|\s+(?=[,.;])/g,
    '',
  )
  const { executors, title } = partedTask(task)
  const inherited = executors === '' && parent ? partedTask(parent.text.replace(/\s*:\s*$/, '')).executors : executors
  if (period === '' && (inherited === '' || !hasTask(task))) return null
  return { number, title: withCapital(title.replace(/[\s.;,]+$/, '')), period, executors: inherited, result: '' }
}

/** The longest words that are wholly a term, so that «15 марта 2024 года» keeps its year. */
export function termIn(text: string): string {
  const found = term.exec(text)?.[0].trim() ?? ''
  return found !== '' && isWholeTerm(found) ? found : ''
}

/** «2.1» stands below «2». */
function above(number: string): string {
  return number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : ''
}
