import { beginningOf } from '../../kernel/beginning.ts'
import type { Finding } from '../../kernel/finding.ts'
import type { Period } from '../../kernel/period.ts'
import { inOneLine, type Table } from '../../paper/paper.ts'
import { activityFindings, type ReadActivity, tableFindings, unknownOrganisations } from './activity-findings.ts'
import { audienceOf } from './audience.ts'
import { earlyAugust, rowsBeforeSeptember } from './early-august.ts'
import { namesIn } from './executors.ts'
import { finding, note, warning } from './finding-words.ts'
import type { Layout } from './layout.ts'
import type { ParsedActivity, ParsedOrder, ParsedRoadMap, ParsedSection } from './order.ts'
import { orderFindings, orderOfActivities } from './order-findings.ts'
import { understandPeriod } from './period.ts'
import { heldByOf, proposedProof } from './proposed-proof.ts'
import { type ActivityRow, type PlanRow, planRows } from './rows.ts'
import type { ShortNames } from './short-names.ts'
import { majority, monthOfPlan, type PlanYears, planYears, yearOfSection, yearsIn } from './years.ts'

/** A road map's table with what surrounds it. */
export type RoadMapPaper = {
  title: string | null
  parts: { table: Table; layout: Layout }[]
  order: ParsedOrder | null
  shortNames: ShortNames
  askedYear: number | null
  /** What stands above it, where no title does. */
  above?: string[]
}

export type UnderstoodRoadMap = { roadMap: ParsedRoadMap; findings: Finding[] }

export function understandRoadMap(paper: RoadMapPaper): UnderstoodRoadMap | null {
  const rows = paper.parts.flatMap(({ table, layout }) =>
    planRows(table, layout, monthOfPlan(paper.title)).map((row) => ({ row, table: table.table })),
  )
  const first = paper.parts[0]
  if (!first || !rows.some(({ row }) => row.kind === 'activity')) return null
  const years = yearsOf(
    paper,
    rows.map(({ row }) => row),
  )
  const early = years.schoolYear === null ? 0 : rowsBeforeSeptember(termsOf(rows.map(({ row }) => row)))
  const reads: ReadActivity[] = []
  const sections: ParsedSection[] = []
  for (const { row, table } of rows) {
    if (row.kind === 'section') sections.push(sectionFrom(row.number, row.title))
    if (row.kind !== 'activity') continue
    if (sections.length === 0) sections.push(sectionFrom(null, null))
    const section = sections.length - 1
    const isEarly = reads.length < early
    const own = yearOfSection(sections.at(-1)?.title ?? null)
    const inSection = own === null ? years : { ...years, year: own }
    const read = { ...readActivity(row, { table, years: inSection, isEarly, shortNames: paper.shortNames }), section }
    sections.at(-1)?.activities.push(read.activity)
    reads.push(read)
  }
  const columns = first.layout.columns.map(({ header, role }) => ({ header, role }))
  const { year, schoolYear } = years
  const roadMap: ParsedRoadMap = { title: paper.title, year, schoolYear, columns, sections }
  const activities = reads.map(({ activity }) => activity)
  const findings = [
    ...orderFindings(paper.order, roadMap, years),
    ...layoutFindings(paper),
    ...askedYearFindings(paper, activities),
    ...tableFindings(columns, reads),
    ...reads.flatMap((read) => activityFindings(read, columns, years)),
    ...orderOfActivities(activities),
    ...unknownOrganisations(reads, paper.order?.participants ?? []),
    ...rows.flatMap(({ row }) => strangeFindings(row)),
  ]
  return { roadMap, findings }
}

function yearsOf({ title, order, askedYear, above = [] }: RoadMapPaper, rows: PlanRow[]): PlanYears {
  return planYears({
    asked: askedYear,
    periods: termsOf(rows),
    orderDate: order?.date ?? null,
    titles: [
      title ?? '',
      ...(title === null ? above : []),
      order?.title ?? '',
      ...(order?.clauses ?? []).map(({ text }) => text),
    ],
  })
}

function termsOf(rows: PlanRow[]): string[] {
  return rows.flatMap((row) => (row.kind === 'activity' ? [periodText(row)] : []))
}

type RowContext = { table: number; years: PlanYears; isEarly: boolean; shortNames: ShortNames }

function readActivity(
  row: ActivityRow,
  { table, years, isEarly, shortNames }: RowContext,
): Omit<ReadActivity, 'section'> {
  const { cells } = row
  const title = cells.title ?? ''
  const executors = cells.executors
    ? { text: inOneLine(cells.executors), names: namesIn(cells.executors, shortNames) }
    : null
  const expectedResult = cells.result ?? null
  const heldBy = heldByOf(title, executors)
  const text = periodText(row)
  const activity: ParsedActivity = {
    number: row.number,
    title,
    period: text === '' ? null : periodOf(text, years, isEarly),
    executors,
    expectedResult,
    targetGroups: cells.audience ? namesIn(cells.audience, shortNames) : [],
    heldBy,
    proof: proposedProof(title, expectedResult, heldBy),
    source: { table, row: row.row, page: row.page },
  }
  return { activity, cells, sharesNumber: row.sharesNumber }
}

function periodOf(text: string, { year, schoolYear }: PlanYears, isEarly: boolean): Period {
  const period = understandPeriod(text, { contextYear: year, schoolYear })
  return isEarly && schoolYear !== null ? earlyAugust(period, schoolYear) : period
}

/** A beginning and an end in two columns are read as one term. */
function periodText({ cells }: ActivityRow): string {
  const { start = '', end = '' } = cells
  if (cells.period) return cells.period
  if (start === '' || end === '') return start === '' ? (end === '' ? '' : `до ${end}`) : `с ${start}`
  if (start === end) return start
  return /^\d/.test(start) && /^\d/.test(end) ? `с ${start} по ${end}` : `${start} – ${end}`
}

function sectionFrom(number: string | null, title: string | null): ParsedSection {
  return { number, title, audience: audienceOf(title), activities: [] }
}

function layoutFindings({ parts }: RoadMapPaper): Finding[] {
  return [...guessedCells(parts), ...guessedColumns(parts)]
}

function guessedCells(parts: RoadMapPaper['parts']): Finding[] {
  if (!parts.some(({ table }) => table.isGuessed)) return []
  const message = 'В файле нет линий таблицы: графы и строки разделены по промежуткам между словами.'
  const advice = 'Сверьте каждую строку с документом или загрузите исходный документ Word (.docx).'
  return [finding('columns-guessed', warning(message, advice), {}, 0.5)]
}

function guessedColumns(parts: RoadMapPaper['parts']): Finding[] {
  const guesses = parts.flatMap(({ layout }) => layout.guess ?? [])
  const least = guesses.toSorted((one, other) => one.confidence - other.confidence)[0]
  if (!least) return []
  const sentence = warning(least.message, 'Сверьте графы с документом перед подтверждением.')
  return [finding('columns-guessed', sentence, {}, least.confidence)]
}

function askedYearFindings({ askedYear }: RoadMapPaper, activities: ParsedActivity[]): Finding[] {
  const written = majority(activities.flatMap(({ period }) => yearsIn(period?.text ?? '')))
  if (askedYear === null || written === null || written === askedYear) return []
  const message = `Указан ${askedYear} год, а в сроках мероприятий чаще стоит ${written} год.`
  return [finding('year-mismatch', warning(message, 'Проверьте, тот ли год выбран.'), { column: 'period' })]
}

function strangeFindings(row: PlanRow): Finding[] {
  if (row.kind === 'activity' && row.isParted) return [partedFinding(row)]
  if (row.kind === 'activity' && row.joins !== undefined) return [joinedFinding(row, row.joins)]
  if (row.kind !== 'strange') return []
  const message = `Строка ${row.row} не похожа ни на раздел, ни на мероприятие: «${beginningOf(row.text, 80)}».`
  return [
    finding('row-not-understood', note(message, 'Если в ней мероприятие, добавьте его вручную.'), { row: row.row }),
  ]
}

function joinedFinding(row: ActivityRow, below: number): Finding {
  const message = `Строка ${below} понята как продолжение строки ${row.row}, хотя в ней есть свой срок.`
  const advice = 'Если в ней другое мероприятие, добавьте его вручную.'
  return finding('row-not-understood', warning(message, advice), { activity: row.number, row: row.row }, 0.5)
}

function partedFinding(row: ActivityRow): Finding {
  const message = `В строке ${row.row} несколько мероприятий: «${beginningOf(row.cells.title ?? '', 60)}» выделено по строкам ячейки.`
  const place = { activity: row.number, row: row.row }
  return finding(
    'row-not-understood',
    note(message, 'Сверьте с документом, верно ли разделены мероприятия.'),
    place,
    0.7,
  )
}
