import type { ParseAnswer, ParsedActivity, ParsedSection } from '../../src/features/road-maps/order.ts'
import { understandOrder } from '../../src/features/road-maps/understand-order.ts'
import { type CellName, cellNames, type ExpectedRow, type PlanFile } from './plan-file.ts'

/** How well one plan was understood. An error is silent where no finding tells the reader to look there. */
export type PlanScore = {
  activities: number
  found: number
  invented: number
  cells: number
  right: number
  silent: number
  /** Findings that are wanted and absent, or present and unwanted. */
  findings: string[]
  errors: string[]
}

type ReadRow = { cells: ExpectedRow; activity: ParsedActivity }

export function scoreOf(plan: PlanFile): PlanScore {
  const answer = understandOrder(plan.paper, { year: null })
  const read = readRows(answer)
  const pairs = paired(plan.rows, read)
  const lost = plan.rows.filter((row) => !pairs.has(row))
  const used = new Set(pairs.values())
  const invented = read.filter((row) => !used.has(row))
  const wrong = [...pairs].flatMap(([expected, row]) =>
    cellNames
      .filter((name) => plain(expected[name]) !== plain(row.cells[name]))
      .map((name) => ({ name, expected, row, isSilent: !isSaid(answer, row.activity, name) })),
  )
  const isPlanDoubted = answer.findings.some(({ code }) => doubts.has(code) || code === 'row-not-understood')
  const unsaid = isPlanDoubted ? 0 : lost.length + invented.length
  return {
    activities: plan.rows.length,
    found: pairs.size,
    invented: invented.length,
    cells: plan.rows.length * cellNames.length,
    right: pairs.size * cellNames.length - wrong.length,
    silent: unsaid + wrong.filter(({ isSilent }) => isSilent).length,
    findings: difference(plan.findings, foundCodes(answer)),
    errors: [
      ...titleErrors(plan, answer),
      ...lost.map(({ title }) => `lost: ${title}`),
      ...invented.map(({ cells }) => `invented: ${cells.title}`),
      ...wrong.map(
        ({ name, expected, row, isSilent }) =>
          `${isSilent ? 'silent ' : ''}${name} of «${expected.title}»: ${row.cells[name]} instead of ${expected[name]}`,
      ),
    ],
  }
}

function titleErrors(plan: PlanFile, { roadMap }: ParseAnswer): string[] {
  const isRight = plan.title === null || plan.title === roadMap?.title
  return isRight ? [] : [`plan's title: ${roadMap?.title} instead of ${plan.title}`]
}

function readRows({ roadMap, roadMaps }: ParseAnswer): ReadRow[] {
  const maps = roadMaps ?? (roadMap ? [roadMap] : [])
  return maps.flatMap(({ sections }) =>
    sections.flatMap((section) =>
      section.activities.map((activity) => ({ cells: cellsOf(section, activity), activity })),
    ),
  )
}

function cellsOf(section: ParsedSection, activity: ParsedActivity): ExpectedRow {
  const { period } = activity
  const windows = (period?.windows ?? []).map(({ start, end }) => `${start ?? ''}…${end ?? ''}`).join(', ')
  return {
    section: `${section.number ?? '—'} | ${section.title ?? '—'}`,
    number: activity.number ?? '—',
    title: activity.title,
    period: windows === '' ? (period?.recurrence ?? period?.kind ?? '') : windows,
    executors: activity.executors?.names.join(' + ') ?? '',
    result: activity.expectedResult ?? '',
    audience: activity.targetGroups.join(' + '),
  }
}

/** Rows are the same where their titles are; the rest by their numbers, in the order of the paper. */
function paired(expected: ExpectedRow[], read: ReadRow[]): Map<ExpectedRow, ReadRow> {
  const pairs = new Map<ExpectedRow, ReadRow>()
  const free = new Set(read)
  const match = (isSame: (row: ExpectedRow, other: ExpectedRow) => boolean) => {
    for (const row of expected.filter((one) => !pairs.has(one))) {
      const found = [...free].find(({ cells }) => isSame(row, cells))
      if (!found) continue
      pairs.set(row, found)
      free.delete(found)
    }
  }
  match((row, other) => plain(row.title) === plain(other.title))
  match((row, other) => row.number !== '—' && row.number === other.number && row.section === other.section)
  return pairs
}

const doubts: ReadonlySet<string> = new Set(['columns-guessed', 'columns-not-recognised'])
const columnsOfCells: Record<CellName, readonly string[]> = {
  section: [],
  number: ['number'],
  title: ['title'],
  period: ['period', 'start', 'end'],
  executors: ['executors'],
  result: ['result'],
  audience: ['audience'],
}

function isSaid({ findings }: ParseAnswer, { number, source }: ParsedActivity, name: CellName): boolean {
  return findings.some(({ code, where }) => {
    if (doubts.has(code) && where.row === null) return true
    const isOfRow = (number !== null && where.activity === number) || (where.row !== null && where.row === source.row)
    return isOfRow && (where.column === null || columnsOfCells[name].includes(where.column))
  })
}

function foundCodes({ findings }: ParseAnswer): string[] {
  return findings.map(({ code, where }) => (where.activity === null ? code : `${code} ${where.activity}`)).toSorted()
}

function difference(expected: string[], found: string[]): string[] {
  const extra = [...found]
  const absent = expected.filter((code) => {
    const at = extra.indexOf(code)
    if (at >= 0) extra.splice(at, 1)
    return at < 0
  })
  return [...absent.map((code) => `absent: ${code}`), ...extra.map((code) => `unwanted: ${code}`)]
}

/** The end of a sentence is no part of what it says. */
function plain(text: string): string {
  return text.replace(/[.;]$/, '').replaceAll('\u00a0', ' ')
}
