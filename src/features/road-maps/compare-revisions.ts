import type { Parts } from '../../kernel/part.ts'
import type { Period } from '../../kernel/period.ts'
import type { Audience, HeldBy, ProofKind } from '../../kernel/proof.ts'
import { matchRows } from './match-rows.ts'
import type { ParsedExecutors, ParsedRoadMap } from './order.ts'
import { sayPeriod } from './say-period.ts'

export const comparisonKinds = ['same', 'changed', 'added', 'removed'] as const
export type ComparisonKind = (typeof comparisonKinds)[number]

export const comparedFields = [
  'number',
  'title',
  'section',
  'audience',
  'period',
  'periodText',
  'executors',
  'executorsText',
  'expectedResult',
  'targetGroups',
  'heldBy',
  'proof',
  'parts',
] as const
export type ComparedField = (typeof comparedFields)[number]

/**
 * What a confirmation makes of a map that stands already. identical: nothing; participants: only the list of schools;
 * understanding: a revision «уточнено понимание»; text: a revision by another order.
 */
export const outcomes = ['identical', 'participants', 'understanding', 'text'] as const
export type Outcome = (typeof outcomes)[number]

export type ComparableRow = {
  number: string | null
  title: string
  sectionTitle: string | null
  audience: Audience
  period: Period | null
  executors: ParsedExecutors | null
  expectedResult: string | null
  targetGroups: string[]
  heldBy: HeldBy
  proof: ProofKind[]
  parts: Parts
}

export type FieldChange = { field: ComparedField; before: string; after: string }

export type Comparison<B, A> = {
  kind: ComparisonKind
  before: B | null
  after: A | null
  changes: FieldChange[]
}

/** What happened to each row, in the order of the new revision, the removed rows last. */
export function compareRevisions<B extends ComparableRow, A extends ComparableRow>(
  before: readonly B[],
  after: readonly A[],
): Comparison<B, A>[] {
  const matched = matchRows(before, after)
  const standing = after.map((row): Comparison<B, A> => {
    const old = matched.get(row)
    if (!old) return { kind: 'added', before: null, after: row, changes: [] }
    const changes = changesOf(old, row)
    return { kind: changes.length > 0 ? 'changed' : 'same', before: old, after: row, changes }
  })
  const kept = new Set(matched.values())
  const removed = before.filter((row) => !kept.has(row))
  return [...standing, ...removed.map((row) => ({ kind: 'removed' as const, before: row, after: null, changes: [] }))]
}

/** Two readings of the same signed words, whatever the spaces and line breaks of the file. */
export function isSameText(one: ParsedRoadMap, other: ParsedRoadMap): boolean {
  return wordsOf(one) === wordsOf(other)
}

/** The fields in which two states of one row differ, as they are shown. */
export function changesOf(before: ComparableRow, after: ComparableRow): FieldChange[] {
  return comparedFields
    .map((field) => ({ field, before: shownValue(before, field), after: shownValue(after, field) }))
    .filter((one) => one.before !== one.after)
}

function shownValue(row: ComparableRow, field: ComparedField): string {
  if (field === 'section') return plain(row.sectionTitle)
  if (field === 'period') return row.period ? sayPeriod(row.period, 'ru') : ''
  if (field === 'periodText') return plain(row.period?.text ?? null)
  if (field === 'executorsText') return plain(row.executors?.text ?? null)
  if (field === 'executors') return (row.executors?.names ?? []).join(', ')
  if (field === 'targetGroups') return row.targetGroups.join(', ')
  if (field === 'proof') return [...row.proof].sort().join(', ')
  if (field === 'parts') {
    return [row.parts.authority, row.parts.institute, row.parts.school].map((part) => part ?? '').join(', ')
  }
  return plain(row[field])
}

function wordsOf(roadMap: ParsedRoadMap): string {
  const rows = roadMap.sections.flatMap((section) => [
    section.title,
    ...section.activities.flatMap((row) => [
      row.number,
      row.title,
      row.period?.text ?? null,
      row.executors?.text ?? null,
      row.expectedResult,
      row.targetGroups.join(' '),
    ]),
  ])
  return [roadMap.title, ...rows].map(plain).join('\n')
}

function plain(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
