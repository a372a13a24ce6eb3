/** The words of a row as its paper has them. */
export type RowWords = {
  number: string | null
  title: string
  period: string | null
  executors: string | null
  expectedResult: string | null
  targetGroups: readonly string[]
}

/** What an amending order does to one row of a road map. */
export type RowChange =
  | { kind: 'changed'; before: RowWords; after: RowWords }
  | { kind: 'added'; before: null; after: RowWords }
  | { kind: 'removed'; before: RowWords; after: null }

/** The columns of a row by the names that an order calls them. */
export const rowColumns = [
  ['number', '№ п/п'],
  ['title', 'Наименование мероприятия'],
  ['period', 'Сроки'],
  ['executors', 'Исполнитель, соисполнитель'],
  ['expectedResult', 'Ожидаемый результат'],
  ['targetGroups', 'Целевая группа'],
] as const

export function wordsIn(row: RowWords, column: (typeof rowColumns)[number][0]): string {
  return column === 'targetGroups' ? row.targetGroups.join(', ') : (row[column] ?? '')
}

type Stored = {
  number: string | null
  title: string
  period: { text: string } | null
  executors: { text: string } | null
  expectedResult: string | null
  targetGroups: readonly string[]
}

/** What happened to the words of a row; null where they are the same, or there was none. */
export function rowChangeOf(before: Stored | null, after: Stored | null): RowChange | null {
  const [was, is] = [before && rowWordsOf(before), after && rowWordsOf(after)]
  if (!was) return is && { kind: 'added', before: null, after: is }
  if (!is) return { kind: 'removed', before: was, after: null }
  const isSame = rowColumns.every(([column]) => wordsIn(was, column) === wordsIn(is, column))
  return isSame ? null : { kind: 'changed', before: was, after: is }
}

function rowWordsOf({ number, title, period, executors, expectedResult, targetGroups }: Stored): RowWords {
  const texts = { period: period?.text ?? null, executors: executors?.text ?? null }
  return { number, title, ...texts, expectedResult, targetGroups }
}
