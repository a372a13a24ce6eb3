import type { Period } from '../../kernel/period.ts'
import type { ActivityView, SectionView } from './contract.ts'
import {
  type Leftover,
  type LeftoverAnswer,
  leftoversOf,
  type NextYear,
  type PlacedText,
  withReplaced,
} from './leftover.ts'
import { movedPeriod } from './moved-period.ts'
import type { PeriodContext } from './period.ts'
import type { Understanding, UnderstoodActivity, UnderstoodSection } from './understanding.ts'

/** The road map that goes on, and the project that it belongs to. */
export type Ending = {
  title: string
  programmeTitle: string
  year: number
  isSchoolYear: boolean
  sections: readonly SectionView[]
}

export type Moved = Pick<Understanding, 'title' | 'programmeTitle' | 'year' | 'schoolYear' | 'sections'> &
  Pick<NextYear, 'leftovers' | 'terms'> & {
    /** Which row each activity of the old year became. */
    keys: Map<ActivityView['activityId'], string>
  }

/** The same rows in another year: their terms are moved, and nothing else is changed; what still names the old year is found. */
export function nextYear(ending: Ending, toYear: number): Moved {
  const years = toYear - ending.year
  const context: PeriodContext = ending.isSchoolYear
    ? { contextYear: null, schoolYear: toYear }
    : { contextYear: toYear, schoolYear: null }
  const keys: Moved['keys'] = new Map()
  const terms: NextYear['terms'] = []
  const asItWas = new Set<string>()
  const sections = ending.sections.map(
    ({ activities, ...section }, place): UnderstoodSection => ({
      ...section,
      activities: activities.map(({ activityId, ...row }, index) => {
        const key = `${place}.${index}`
        keys.set(activityId, key)
        const words = row.periodReading ?? row.period?.text ?? ''
        const moved = row.period && words !== '' ? movedPeriod(words, { before: row.period, years, context }) : null
        if (!moved?.isMoved) asItWas.add(key)
        if (moved && moved.period.text !== words) terms.push({ key, before: words })
        return rowOf(row, key, moved?.period ?? null)
      }),
    }),
  )
  const texts = textsOf({ title: ending.title, sections }).filter(
    ({ field, key }) => field !== 'period' || (key !== null && asItWas.has(key)),
  )
  return {
    title: ending.title,
    programmeTitle: ending.programmeTitle,
    year: ending.isSchoolYear ? null : toYear,
    schoolYear: ending.isSchoolYear ? toYear : null,
    sections,
    keys,
    terms,
    leftovers: leftoversOf(texts, { year: ending.year, isSchoolYear: ending.isSchoolYear, by: years }),
  }
}

/** One leftover replaced in its text, or left as it is; null where there is nothing to replace any more. */
export function settleLeftover(
  before: Understanding,
  place: number,
  { answer, readPeriod }: { answer: LeftoverAnswer; readPeriod: (words: string) => Period },
): Understanding | null {
  const leftover = before.nextYear?.leftovers[place]
  if (!before.nextYear || !leftover || leftover.answer !== null) return null
  const leftovers = before.nextYear.leftovers.map((one, index) => (index === place ? { ...one, answer } : one))
  const after = { ...before, nextYear: { ...before.nextYear, leftovers } }
  return answer === 'keep' ? after : replaceIn(after, leftover, readPeriod)
}

/** Whether the words are still where they were found: a text that was typed anew has no leftover. */
export function isOpenLeftover(understanding: Pick<Understanding, 'title' | 'sections'>, one: Leftover): boolean {
  return one.answer === null && (textAt(understanding, one)?.includes(one.found) ?? false)
}

/** The text in which a leftover stands; null where the row was left out. */
export function textAt(
  { title, sections }: Pick<Understanding, 'title' | 'sections'>,
  { field, key }: Pick<Leftover, 'field' | 'key'>,
): string | null {
  return textsOf({ title, sections }).find((one) => one.field === field && one.key === key)?.text ?? null
}

const BETWEEN_GROUPS = '\n'

function textsOf({ title, sections }: Pick<Understanding, 'title' | 'sections'>): PlacedText[] {
  const ofSection = ({ title: text, activities }: UnderstoodSection, place: number): PlacedText[] => [
    { field: 'section', key: String(place), text: text ?? '' },
    ...activities.filter((row) => !row.removed).flatMap(ofRow),
  ]
  return [{ field: 'title', key: null, text: title }, ...sections.flatMap(ofSection)]
}

function ofRow(row: UnderstoodActivity): PlacedText[] {
  const { key } = row
  return [
    { field: 'row-title', key, text: row.title },
    { field: 'period', key, text: row.period?.text ?? '' },
    { field: 'executors', key, text: row.executors?.text ?? '' },
    { field: 'expectedResult', key, text: row.expectedResult ?? '' },
    { field: 'targetGroups', key, text: row.targetGroups.join(BETWEEN_GROUPS) },
  ]
}

function replaceIn(before: Understanding, one: Leftover, readPeriod: (words: string) => Period): Understanding | null {
  const text = textAt(before, one)
  const after = text === null ? null : withReplaced(text, one)
  if (after === null) return null
  if (one.field === 'title') return { ...before, title: after }
  const sections = before.sections.map((section, place): UnderstoodSection => {
    if (one.field === 'section') return String(place) === one.key ? { ...section, title: after } : section
    return { ...section, activities: section.activities.map((row) => (row.key === one.key ? inRow(row, after) : row)) }
  })
  return { ...before, sections }

  function inRow(row: UnderstoodActivity, words: string): UnderstoodActivity {
    if (one.field === 'period') return { ...row, period: readPeriod(words) }
    if (one.field === 'executors')
      return { ...row, executors: row.executors && executorsWith(row.executors, one, words) }
    if (one.field === 'expectedResult') return { ...row, expectedResult: words }
    if (one.field === 'targetGroups') return { ...row, targetGroups: words.split(BETWEEN_GROUPS) }
    return { ...row, title: words }
  }
}

function executorsWith(
  { names }: NonNullable<UnderstoodActivity['executors']>,
  { found, proposed }: Leftover,
  text: string,
) {
  return { text, names: names.map((name) => name.replace(found, proposed ?? found)) }
}

function rowOf(row: Omit<ActivityView, 'activityId'>, key: string, period: Period | null): UnderstoodActivity {
  return {
    ...row,
    key,
    period,
    periodReading: null,
    source: { table: 0, row: null, page: null },
    removed: false,
    changed: [],
  }
}
