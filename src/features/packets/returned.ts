import { type Answer, placeOfKey, type RowPlace } from './packet.ts'
import { packetColumns } from './paper.ts'

export type RawSheet = { rows: { row: number; cells: string[] }[] }

/** A row of a returned table; without a place where its hidden text was changed. */
export type Returned = { row: number; activity: string; answer: Answer; place: RowPlace | null }

const at = (name: (typeof packetColumns)[number]) => packetColumns.indexOf(name)
const [NUMBER, ACTIVITY, KEY] = [at('number'), at('activity'), at('key')]

/** The rows of the packet in their order, of whichever sheet has them; none where the table is no packet. */
export function returnedRows(sheets: readonly RawSheet[]): Returned[] {
  const keyed = (cells: readonly string[]) => cells.findIndex((text) => text.startsWith('opora-1|'))
  const sheet = sheets.find(({ rows }) => rows.some(({ cells }) => placeOfKey(cells[keyed(cells)] ?? '') !== null))
  if (!sheet) return []
  return sheet.rows.flatMap(({ row, cells }) => {
    const found = keyed(cells)
    if (found < 0) return []
    // A column that was put in or taken out before the answers moves them all.
    const isMoved = found !== KEY
    const said = (name: (typeof packetColumns)[number]) => (cells[at(name)] ?? '').trim()
    return [
      {
        row,
        activity: [cells[NUMBER], cells[ACTIVITY]].filter((part) => part).join(' '),
        answer: { done: said('done'), when: said('when'), who: said('who'), source: said('source') },
        place: isMoved ? null : placeOfKey(cells[found] ?? ''),
      },
    ]
  })
}
