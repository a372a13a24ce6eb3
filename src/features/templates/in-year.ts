import { programmeTitleOf } from '../road-maps/road-map-names.ts'
import { emptyRows } from '../road-maps/typed-rows.ts'
import type { Understanding, UnderstoodActivity } from '../road-maps/understanding.ts'
import { type Move, withMoves } from './dated-row.ts'
import { frameOf, type ProjectYear, periodOf, termIn } from './relative-term.ts'
import { inYear } from './relative-text.ts'
import { rowsOf, type TemplateContent, type TemplateRow } from './template.ts'

/** A row of a template with its period in one year. */
export type DatedRow = Omit<TemplateRow, 'term'> & { period: UnderstoodActivity['period'] }

type Place = { years: ProjectYear; shortDays: number }

/** The rows in this year, with their words and days. */
export function rowsIn(content: Pick<TemplateContent, 'sections' | 'isSchoolYear'>, years: ProjectYear): DatedRow[] {
  return rowsOf(content).map(({ row: { term, ...row } }) => ({
    ...row,
    title: inYear(row.title, years.year),
    expectedResult: row.expectedResult && inYear(row.expectedResult, years.year),
    period: term && periodInFrame(term, { own: { ...years, isSchoolYear: content.isSchoolYear }, years }),
  }))
}

/** What an import of this road map understands, before anybody has looked at it. */
export function understandingIn(
  content: TemplateContent,
  moves: readonly Move[],
  { years, shortDays }: Place,
): Understanding {
  const rows = withMoves(rowsIn(content, years), moves, { years, shortDays })
  const title = inYear(content.mapTitle, years.year)
  let next = 0
  return {
    ...emptyRows(years.year),
    title,
    programmeTitle: programmeTitleOf(title),
    year: years.isSchoolYear ? null : years.year,
    schoolYear: years.isSchoolYear ? years.year : null,
    sections: content.sections.map(({ rows: own, ...section }, place) => ({
      ...section,
      title: section.title && inYear(section.title, years.year),
      activities: own.flatMap((_, index) => {
        const row = rows[next++]
        return row ? [understoodRow(row, `${place}.${index}`)] : []
      }),
    })),
  }
}

function understoodRow(row: DatedRow, key: string): UnderstoodActivity {
  const { number, title, period, executors, expectedResult, targetGroups, heldBy, proof, parts } = row
  return {
    ...{ key, number, title, period, expectedResult, targetGroups, heldBy, proof, parts },
    executors: executors.length > 0 ? { text: executors.join(', '), names: executors } : null,
    periodReading: null,
    source: { table: 0, row: null, page: null },
    removed: false,
    changed: [],
  }
}

/**
 * A term of a school year in a project of a calendar year, or the other way round, keeps its months: they come in the
 * project, wherever in it.
 */
function periodInFrame(
  term: NonNullable<TemplateRow['term']>,
  { own, years }: { own: ProjectYear; years: ProjectYear },
) {
  if (own.isSchoolYear === years.isSchoolYear) return termIn(term, years)
  const { startsOn, endsOn } = frameOf(years)
  const [first, second] = own.isSchoolYear ? ([-1, 0] as const) : ([0, 1] as const)
  const windows = term.windows.flatMap((window) => {
    const at = (by: number) =>
      termIn({ ...term, words: '', windows: [window] }, { ...own, year: own.year + by }).windows[0]
    const one = at(first)
    const begins = one?.start ?? one?.end
    return (begins && begins >= startsOn && begins <= endsOn ? one : at(second)) ?? []
  })
  const inOrder = windows.sort((one, other) => (one.start ?? '').localeCompare(other.start ?? ''))
  return periodOf({ ...term, windows: inOrder }, inYear(term.words, years.year), years)
}
