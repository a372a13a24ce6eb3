import type { ActivityId } from '../../kernel/id.ts'
import type { SectionedRow } from './road-map-rows.ts'
import { diffRows, type RowChange } from './row-difference.ts'

/** The columns of a row by the names that an order calls them. */
export const rowColumns = [
  ['number', '№ п/п'],
  ['title', 'Наименование мероприятия'],
  ['period', 'Сроки'],
  ['executors', 'Исполнитель, соисполнитель'],
  ['expectedResult', 'Ожидаемый результат'],
  ['targetGroups', 'Целевая группа'],
] as const
type RowColumn = (typeof rowColumns)[number][0]

/** A row in the words of its paper, empty where a cell is; `section` as an order calls it. */
export type PaperRow = { activityId: ActivityId; section: string } & Record<RowColumn, string>

type Stored = Pick<
  SectionedRow,
  'activityId' | 'sectionNumber' | 'sectionTitle' | 'number' | 'title' | 'expectedResult' | 'targetGroups'
> & { period: { text: string } | null; executors: { text: string } | null }

/** What an amending order says: rows whose words are other ones. What we merely understand otherwise is none of it. */
export function amendedRows(before: readonly Stored[], after: readonly Stored[]): RowChange<PaperRow>[] {
  return diffRows(before.map(paperRowOf), after.map(paperRowOf)).changes
}

function paperRowOf(row: Stored): PaperRow {
  return {
    activityId: row.activityId,
    section: sectionOf(row),
    number: row.number ?? '',
    title: row.title,
    period: row.period?.text ?? '',
    executors: row.executors?.text ?? '',
    expectedResult: row.expectedResult ?? '',
    targetGroups: row.targetGroups.join(', '),
  }
}

function sectionOf({ sectionNumber, sectionTitle }: Stored): string {
  if (sectionNumber) return `раздел ${sectionNumber}`
  return sectionTitle ? `раздел «${sectionTitle}»` : ''
}
