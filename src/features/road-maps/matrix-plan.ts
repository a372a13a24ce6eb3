import { type Cell, cellAt, inOneLine, type Row, type Table } from '../../paper/paper.ts'
import { roleOf } from './column-words.ts'
import type { Layout } from './layout.ts'
import { isWholeTerm } from './section-term.ts'

/** A table with terms down its side and kinds of work along its head, as rows of a term and an activity under the kind. */
export type UnfoldedPlan = { table: Table; layout: Layout }

const kindOfWork =
  /(?<!\p{L})(?:работа|мероприятия|взаимодействие|деятельность)(?!\p{L})|(?<!\p{L})(?:с|со|для)\s+\p{L}{4,}/iu

/** «Месяц | Работа с педагогами | Работа с детьми»; null where the head says anything else. */
export function unfolded(table: Table): UnfoldedPlan | null {
  const [head, ...body] = table.rows
  const [side, ...kinds] = head?.cells ?? []
  if (!side || kinds.length < 2 || roleOf(side.text) !== 'period') return null
  const areKinds = kinds.every(({ text }) => kindOfWork.test(text) && ['other', 'title'].includes(roleOf(text)))
  const isDated = ({ cells }: Row) => isWholeTerm(inOneLine(cells[0]?.text ?? ''))
  if (!areKinds || body.length < 2 || !body.every(isDated)) return null
  const rows = kinds.flatMap((kind) => [
    heading({ ...kind, column: 0, colSpan: 2 }, head),
    ...body.flatMap((row) => {
      const cell = cellAt(row, kind.column)
      const term = row.cells[0]
      if (!cell || !term || cell.text === '') return []
      return [{ ...row, cells: [term, { ...cell, column: 1, colSpan: 1 }] }]
    }),
  ])
  const message = 'Виды работы стоят в заголовках граф: они стали разделами, а ячейки под ними — мероприятиями.'
  const columns: Layout['columns'] = [
    { header: inOneLine(side.text), role: 'period', at: 0 },
    { header: '', role: 'title', at: 1 },
  ]
  return {
    table: { ...table, rows },
    layout: { columns, firstRow: 0, guess: { message, confidence: 0.6 }, caption: null },
  }
}

function heading(cell: Cell, head: Row | undefined): Row {
  return { row: head?.row ?? 1, page: head?.page ?? null, isHeader: false, cells: [cell] }
}
