import type { OutputOf } from '../../../kernel/contract.ts'
import { type Column, DataTable } from '../../../web/data-table.tsx'
import { useWords } from '../../../web/use-words.ts'
import type { personalDataContract } from '../contract.ts'
import { personalDataWords } from '../screen-words.ts'

export type PersonData = OutputOf<typeof personalDataContract.loadPersonData>
type Place = PersonData['kept'][number]

/** Where, and how many. */
export function Places({ caption, places }: { caption: string; places: readonly Place[] }) {
  const t = useWords(personalDataWords)
  const columns: Column<Place>[] = [
    { key: 'where', head: t('kept.where'), cell: ({ title }) => title, isLong: true },
    { key: 'count', head: t('kept.count'), cell: ({ count }) => count, align: 'number' },
  ]
  return <DataTable caption={caption} columns={columns} rows={places} keyOf={({ title }) => title} />
}
