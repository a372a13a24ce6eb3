import { plainTable, type WrittenTable } from '../../paper/written.ts'
import { type PaperRow, rowColumns } from './amended-rows.ts'
import type { RowChange } from './row-difference.ts'

/** Of so many cells an order says each by itself; of more it lays the whole row into an annex. */
const MOST_CELLS = 2

/** What an amending order says of these changes, a clause a line, and the rows that it lays into its annex. */
export function amendingWords(changes: readonly RowChange<PaperRow>[]): { lines: string[]; annexed: PaperRow[] } {
  return {
    lines: changes.flatMap(linesOf),
    annexed: changes.flatMap((change) => (isAnnexed(change) && change.after ? [change.after] : [])),
  }
}

/** The rows under the heads that they have in the road map. */
export function tableOfRows(rows: readonly PaperRow[]): WrittenTable {
  const heads = rowColumns.map(([, header]) => header)
  const texts = rows.map((row) => rowColumns.map(([column]) => row[column]))
  return { ...plainTable(heads, texts), widths: [7, 40, 18, 26, 30, 16] }
}

function linesOf(change: RowChange<PaperRow>): string[] {
  if (change.kind === 'removed') return [`${named(change.before, accusative)} исключить`]
  if (change.kind === 'added') {
    const line = `дополнить ${named(change.after, instrumental)} согласно приложению`
    return [change.after.section === '' ? line : `${change.after.section} ${line}`]
  }
  const { before, after } = change
  const moved = before.section === after.section ? [] : [`${named(before, accusative)} перенести в ${after.section}`]
  if (isAnnexed(change)) {
    return [...moved, `${named(before, accusative)} изложить в следующей редакции согласно приложению`]
  }
  const cells = rowColumns.flatMap(([column, header]) => {
    if (before[column] === after[column]) return []
    const place = `в ${named(before, prepositional)} графу «${header}»`
    return [
      after[column] === '' ? `${place} оставить пустой` : `${place} изложить в следующей редакции: «${after[column]}»`,
    ]
  })
  return [...moved, ...cells]
}

function isAnnexed(change: RowChange<PaperRow>): boolean {
  if (change.kind !== 'changed') return change.kind === 'added'
  const { before, after } = change
  return rowColumns.filter(([column]) => before[column] !== after[column]).length > MOST_CELLS
}

/** A numbered row is a clause of the road map; one without a number is called by its words. */
const accusative = ['пункт', 'строку'] as const
const instrumental = ['пунктом', 'строкой'] as const
const prepositional = ['пункте', 'строке'] as const

function named({ number, title }: PaperRow, [clause, line]: readonly [string, string]): string {
  return number === '' ? `${line} «${title}»` : `${clause} ${number}`
}
