import type { Period } from '../../kernel/period.ts'
import type { ActivityView, SectionView } from './contract.ts'
import { understandPeriod } from './period.ts'
import { programmeTitleOf } from './road-map-names.ts'
import { templateAnswer } from './template.ts'
import { understand } from './understand.ts'
import type { Understanding, UnderstoodActivity } from './understanding.ts'

type Years = Pick<Understanding, 'year' | 'schoolYear'>

/** The rows of the built-in template for this year. */
export function rowsOfTemplate(year: number): Understanding {
  const understanding = understand(templateAnswer(year), [])
  if (!understanding) throw new Error('the template has no rows')
  return understanding
}

/** An empty table: one section without a title, to be filled. */
export function emptyRows(year: number): Understanding {
  return { ...rowsOfTemplate(year), sections: [{ number: null, title: null, audience: 'all', activities: [] }] }
}

/** An earlier road map of the authority. */
export type Earlier = { title: string; years: Years; sections: SectionView[] }

/** The same rows a year or more later: terms keep their words, with the years in them moved on. */
export function rowsOfEarlier({ title, years, sections }: Earlier, year: number): Understanding {
  const moved = year - (years.schoolYear ?? years.year ?? year)
  const wanted: Years = years.schoolYear === null ? { year, schoolYear: null } : { year: null, schoolYear: year }
  const later = movedOn(title, moved)
  return {
    ...emptyRows(year),
    ...wanted,
    title: later,
    programmeTitle: programmeTitleOf(later),
    sections: sections.map((section, place) => ({
      ...section,
      activities: section.activities.map((row, index) =>
        understoodRow(row, `${place}.${index}`, (words) => periodOf(movedOn(words, moved), wanted)),
      ),
    })),
  }
}

function understoodRow(
  { activityId: _id, ...row }: ActivityView,
  key: string,
  periodLater: (words: string) => Period,
): UnderstoodActivity {
  const words = row.periodReading ?? row.period?.text ?? ''
  return {
    ...row,
    key,
    period: words === '' ? null : periodLater(words),
    periodReading: null,
    source: { table: 0, row: null, page: null },
    removed: false,
    changed: [],
  }
}

function movedOn(text: string, years: number): string {
  return text.replace(/(?<!\d)20\d\d(?!\d)/g, (year) => String(Number(year) + years))
}

function periodOf(words: string, { year, schoolYear }: Years): Period {
  return understandPeriod(words, { contextYear: year, schoolYear })
}
