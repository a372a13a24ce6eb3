import type { Finding } from '../../kernel/finding.ts'
import { type Block, inOneLine, type Paper, type Table } from '../../paper/paper.ts'
import { layoutOf } from './columns.ts'
import { withDrawnTables } from './drawn-tables.ts'
import { error, finding } from './finding-words.ts'
import type { Layout } from './layout.ts'
import { listedPlan } from './listed-plans.ts'
import { unfolded } from './matrix-plan.ts'
import type { ParseAnswer, ParsedOrder } from './order.ts'
import { orderClauses, participantsIn, schoolNames } from './order-clauses.ts'
import { orderHead } from './order-head.ts'
import { orderPeople } from './order-people.ts'
import { headingAbove, roadMapTitle } from './road-map-title.ts'
import { placesOfRows, type RowPlace } from './row-places.ts'
import { shortNamesIn } from './short-names.ts'
import { understandRoadMap } from './understand-road-map.ts'
import { planYearsNamedIn } from './years.ts'

/** `year` is the calendar year that a person gave, for periods that name none. */
export type UnderstandingOptions = { year: number | null }

/** Understands a paper: the order, its road maps, and what in them someone must decide. Nothing is corrected. */
export function understandOrder(paper: Paper, options: UnderstandingOptions): ParseAnswer {
  return understandPaper(paper, options).answer
}

/** The same, with the places of rows that were put together from lines of the paper. */
export function understandPaper(
  paper: Paper,
  { year }: UnderstandingOptions,
): { answer: ParseAnswer; places: RowPlace[] } {
  const blocks = withDrawnTables(paper.blocks)
  const tables = plansIn(blocks)
  const lines = linesOf(tables[0] ? blocks.slice(0, tables[0].from) : blocks)
  const order = orderFrom(lines, otherTables(blocks, tables))
  const plans = tables.length > 0 ? tables : listedPlans(lines, order)
  const shortNames = shortNamesIn(linesOf(paper.blocks, 'with cells').join('\n'))
  const understood = plans
    .map(({ title, parts, above }) => understandRoadMap({ title, parts, above, order, shortNames, askedYear: year }))
    .filter((found) => found !== null)
  const roadMaps = understood.map(({ roadMap }) => roadMap)
  const answer = {
    order,
    roadMap: roadMaps[0] ?? null,
    findings: distinct(understood.flatMap(({ findings }) => findings)),
  }
  if (roadMaps.length === 0) return { answer: { ...answer, findings: [notRecognised(paper)] }, places: [] }
  const places = placesOfRows(plans, { whole: paper.blocks, read: blocks })
  const mapFindings = understood.map(({ findings }) => distinct(findings))
  return { answer: roadMaps.length > 1 ? { ...answer, roadMaps, mapFindings } : answer, places }
}

type Plan = {
  title: string | null
  above: string[]
  from: number
  to: number
  parts: { table: Table; layout: Layout }[]
}

/** Road maps in reading order; a table that follows at once without a title of its own goes on with the one before. */
function plansIn(blocks: Block[]): Plan[] {
  const plans: Plan[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'table') continue
    const last = plans.at(-1)
    const isNext = last !== undefined && blocks.slice(last.to + 1, index).every(isBlank)
    const matrix = unfolded(block)
    const layout = matrix ? matrix.layout : layoutOf(block)
    if (isNext && last && continuesTable(last, block, layout)) {
      const first = last.parts[0]?.layout
      const inherited = first && (!layout || layout.guess) ? { ...first, firstRow: 0 } : layout
      if (inherited) last.parts.push({ table: block, layout: inherited })
      last.to = index
      continue
    }
    if (!layout) continue
    const above = blocks.slice(last ? last.to + 1 : 0, index)
    plans.push({
      title: roadMapTitle(linesOf(above)) ?? layout.caption ?? headingAbove(linesOf(above)),
      above: yearLines(linesOf(above)),
      from: index,
      to: index,
      parts: [{ table: matrix ? matrix.table : block, layout }],
    })
  }
  return plans
}

/** Lines that say in which year something is done: «направляем план на 2024 год». */
function yearLines(lines: string[]): string[] {
  return lines.filter((line) => planYearsNamedIn(line).length > 0)
}

/** A paper without a table may still be a plan, as a list. */
function listedPlans(lines: string[], order: ParsedOrder | null): Pick<Plan, 'title' | 'parts' | 'above'>[] {
  const listed = listedPlan(lines, order)
  return listed ? [{ title: listed.title, parts: [listed], above: yearLines(lines) }] : []
}

function continuesTable(plan: Plan, table: Table, layout: Layout | null): boolean {
  const before = plan.parts[0]?.layout.columns.length
  const width = Math.max(0, ...table.rows.map((row) => row.cells.length))
  if (layout && !layout.guess) return layout.columns.length === before
  return width === before
}

function orderFrom(lines: string[], tables: Table[]): ParsedOrder | null {
  const head = orderHead(lines)
  if (!head) return null
  const { clauses, rest } = orderClauses(lines, head.clausesFrom)
  const named = participantsIn(clauses)
  const { number, date, authority, place, title, basis } = head
  const participants = named.length > 0 ? named : tables.map(schoolsIn).find((schools) => schools.length > 1)
  return {
    number,
    date,
    authority,
    place,
    title,
    basis,
    clauses,
    people: orderPeople(clauses, rest),
    participants: participants ?? [],
  }
}

/** An annex may list the participants in a table of its own. */
function schoolsIn(table: Table): string[] {
  return table.rows.flatMap((row) => {
    const names = row.cells.map((cell) => schoolNames(inOneLine(cell.text).replace(/,/g, ' ')))
    return names.find((found) => found.length > 0)?.slice(0, 1) ?? []
  })
}

function otherTables(blocks: Block[], plans: Plan[]): Table[] {
  const used = new Set(plans.flatMap(({ parts }) => parts.map(({ table }) => table)))
  return blocks.filter((block) => block.kind === 'table').filter((table) => !used.has(table))
}

/** The lines of a text; a line feed inside a paragraph parts lines as well. */
function linesOf(blocks: Block[], cells: 'with cells' | 'without cells' = 'without cells'): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.text.split('\n')
    return cells === 'with cells' ? block.rows.flatMap((row) => row.cells.map((cell) => inOneLine(cell.text))) : ['']
  })
}

function isBlank(block: Block): boolean {
  return block.kind === 'paragraph' && block.text.trim() === ''
}

/** Several road maps of one order would repeat what is wrong with the order itself. */
function distinct(findings: Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter((one) => {
    const key = JSON.stringify([one.code, one.where, one.message])
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

function notRecognised(paper: Paper): Finding {
  const hasTables = paper.blocks.some((block) => block.kind === 'table')
  const message = hasTables
    ? 'В файле есть таблицы, но ни одна не похожа на дорожную карту: в заголовках нет граф «Мероприятие» и «Срок».'
    : 'В файле нет таблицы дорожной карты.'
  const advice =
    'Проверьте, тот ли это файл. Таблице нужна строка заголовков: номер, мероприятие, срок, исполнитель, результат.'
  return finding('columns-not-recognised', error(message, advice))
}
