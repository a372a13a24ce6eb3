import type { Period } from '../../kernel/period.ts'
import { audienceOf } from './audience.ts'
import type { ActivityChange, HeaderChange, ParticipantChange } from './import-contract.ts'
import type { ParsedActivity } from './order.ts'
import type {
  Decision,
  Understanding,
  UnderstoodActivity,
  UnderstoodOrganisation,
  UnderstoodSection,
} from './understanding.ts'

export type Years = Pick<Understanding, 'year' | 'schoolYear'>
export type ReadPeriod = (words: string, years: Years) => Period

/** Changed values of the head; where the year changes, periods that name none are understood anew. */
export function changeHeader(before: Understanding, change: HeaderChange, readPeriod: ReadPeriod): Understanding {
  const after = { ...before, ...change, changed: [...new Set([...before.changed, ...Object.keys(change)])] }
  if (after.year === before.year && after.schoolYear === before.schoolYear) return after
  const reread = (row: UnderstoodActivity): UnderstoodActivity => {
    const words = row.periodReading ?? row.period?.text ?? ''
    if (!row.period || words === '') return row
    return { ...row, period: { ...readPeriod(words, after), text: row.period.text } }
  }
  return mapRows(after, reread)
}

/** The change of one row, or null where there is no such row. `signed` is the row as the paper has it. */
export function changeRow(
  before: Understanding,
  key: string,
  {
    change,
    signed,
    readPeriod,
  }: { change: ActivityChange; signed: ParsedActivity | undefined; readPeriod: ReadPeriod },
): Understanding | null {
  if (!before.sections.some((section) => section.activities.some((row) => row.key === key))) return null
  const { periodReading, executors, ...rest } = change
  return mapRows(before, (row) => {
    if (row.key !== key) return row
    const changed = new Set([...row.changed, ...Object.keys(change)].filter((name) => name !== 'removed'))
    const after = { ...row, ...rest }
    if (executors !== undefined) after.executors = executorsOf(executors, signed)
    if (periodReading === undefined) return { ...after, changed: [...changed] }
    if (periodReading === '') {
      changed.delete('periodReading')
      return { ...after, periodReading: null, period: signed?.period ?? null, changed: [...changed] }
    }
    const period = { ...readPeriod(periodReading, before), text: signed?.period?.text ?? '' }
    return { ...after, periodReading, period, changed: [...changed] }
  })
}

/** A section at the end, for rows to come. */
export function addSection(before: Understanding, section: Pick<UnderstoodSection, 'number' | 'title'>): Understanding {
  const added = { ...section, audience: audienceOf(section.title), activities: [] }
  return { ...before, sections: [...before.sections, added] }
}

/** A row that reading missed; null where there is no such section. */
export function addRow(
  before: Understanding,
  place: number,
  row: Pick<UnderstoodActivity, 'number' | 'title'>,
): Understanding | null {
  if (!before.sections[place]) return null
  const added: UnderstoodActivity = {
    ...row,
    key: `new-${nextNumber(before)}`,
    period: null,
    periodReading: null,
    executors: null,
    expectedResult: null,
    targetGroups: [],
    heldBy: 'us',
    proof: ['file'],
    source: { table: 0, row: null, page: null },
    parts: { authority: 'executes', institute: null, school: 'takes-part' },
    removed: false,
    changed: ['number', 'title'],
  }
  return mapSections(before, (section, index) =>
    index === place ? { ...section, activities: [...section.activities, added] } : section,
  )
}

export function changeAudience(
  before: Understanding,
  place: number,
  audience: UnderstoodSection['audience'],
): Understanding | null {
  if (!before.sections[place]) return null
  return mapSections(before, (section, index) => (index === place ? { ...section, audience } : section))
}

export function addParticipant(before: Understanding, added: UnderstoodOrganisation): Understanding {
  return { ...before, participants: [...before.participants, added] }
}

export function changeParticipant(
  before: Understanding,
  place: number,
  change: ParticipantChange,
): Understanding | null {
  if (!before.participants[place]) return null
  const participants = before.participants.map((one, index) => (index === place ? { ...one, ...change } : one))
  return { ...before, participants }
}

/** One decision per finding; null takes it back. */
export function decide(
  before: Understanding,
  finding: number,
  decision: Omit<Decision, 'finding'> | null,
): Understanding {
  const others = before.decisions.filter((one) => one.finding !== finding)
  const decisions = decision ? [...others, { finding, ...decision }] : others
  return { ...before, decisions: decisions.sort((one, other) => one.finding - other.finding) }
}

function executorsOf(names: string[], signed: ParsedActivity | undefined) {
  const text = signed?.executors?.text ?? ''
  return names.length === 0 && text === '' ? null : { text, names }
}

function nextNumber(understanding: Understanding): number {
  const taken = understanding.sections
    .flatMap((section) => section.activities)
    .map((row) => Number(/^new-(\d+)$/.exec(row.key)?.[1] ?? 0))
  return Math.max(0, ...taken) + 1
}

function mapRows(understanding: Understanding, change: (row: UnderstoodActivity) => UnderstoodActivity) {
  return mapSections(understanding, (section) => ({ ...section, activities: section.activities.map(change) }))
}

function mapSections(
  understanding: Understanding,
  change: (section: UnderstoodSection, place: number) => UnderstoodSection,
): Understanding {
  return { ...understanding, sections: understanding.sections.map(change) }
}
