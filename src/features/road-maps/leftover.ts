import * as z from 'zod'
import { idOf } from '../../kernel/id.ts'
import { yearMentions } from './year-mentions.ts'

export const leftoverFields = [
  'title',
  'section',
  'row-title',
  'period',
  'executors',
  'expectedResult',
  'targetGroups',
] as const

export const leftoverAnswers = ['replace', 'keep'] as const
export type LeftoverAnswer = (typeof leftoverAnswers)[number]

/** The old year, still named somewhere in a road map that goes on into the next. */
export const LeftoverSchema = z.object({
  field: z.enum(leftoverFields),
  /** The row's key, or the place of the section; null for the title. */
  key: z.string().nullable(),
  /** Its place in the text as it was carried over. */
  at: z.int(),
  found: z.string(),
  /** Null where only a person can say what it becomes. */
  proposed: z.string().nullable(),
  answer: z.enum(leftoverAnswers).nullable(),
})

/** What an import knows of the year that it goes on from. */
export const NextYearSchema = z.object({
  roadMapId: idOf<'roadMap'>(),
  /** The old year, or the first of the old school year. */
  year: z.int(),
  leftovers: z.array(LeftoverSchema),
  /** Terms as they stood in the old year, where they read differently now. */
  terms: z.array(z.object({ key: z.string(), before: z.string() })),
  /** Rows that some have not finished: who, by short name. */
  unfinished: z.array(z.object({ key: z.string(), names: z.array(z.string()) })),
})

export type Leftover = z.infer<typeof LeftoverSchema>
export type NextYear = z.infer<typeof NextYearSchema>

/** A text of a road map, and where it stands. */
export type PlacedText = Pick<Leftover, 'field' | 'key'> & { text: string }

export type OldYears = {
  /** The old year, or the first of the old school year. */
  year: number
  isSchoolYear: boolean
  /** How many years the plan moves on. */
  by: number
}

/** How far back a plan looks: «за три года» names them all, and all of them move on. */
const YEARS_BACK = 3

/** Every mention of the old years in any of the texts, with what it would become. Nothing is changed. */
export function leftoversOf(texts: readonly PlacedText[], old: OldYears): Leftover[] {
  return texts.flatMap(({ field, key, text }) =>
    yearMentions(text)
      .filter((one) => one.year === null || isOld(one.year, one.isPair, old))
      .map(({ at, found, year, later }) => {
        const proposed = later(field === 'title' ? yearsInTitle(year, old) : old.by)
        return { field, key, at, found, proposed, answer: null }
      }),
  )
}

/** A title names the year of its plan; one that was behind already catches up. */
function yearsInTitle(year: number | null, { year: old, by }: OldYears): number {
  return year !== null && year < old ? old + by - year : by
}

/** The second year of a school year is the first of the next one: alone it is old, in a pair it begins the new. */
function isOld(year: number, isPair: boolean, { year: old, isSchoolYear, by }: OldYears): boolean {
  const last = old + by - 1 + (isSchoolYear && !isPair ? 1 : 0)
  return year >= old - YEARS_BACK && year <= last
}

/** The text with this leftover replaced; null where its words are no longer there. */
export function withReplaced(
  text: string,
  { at, found, proposed }: Pick<Leftover, 'at' | 'found' | 'proposed'>,
): string | null {
  const place = nearest(text, found, at)
  if (place === null || proposed === null) return null
  return text.slice(0, place) + proposed + text.slice(place + found.length)
}

/** Earlier replacements and other edits may have moved it a little. */
function nearest(text: string, found: string, at: number): number | null {
  let best: number | null = null
  for (let place = text.indexOf(found); place >= 0; place = text.indexOf(found, place + 1)) {
    if (best === null || Math.abs(place - at) < Math.abs(best - at)) best = place
  }
  return best
}
