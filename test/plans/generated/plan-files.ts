import { goesOnBelow, type WrittenCell, type WrittenTable } from '../../../src/paper/written.ts'
import { covered, odsFile, odtFile, otable, otc, otr, tp } from '../../harness/open-document-file.ts'
import { xlsxFile, xrow } from '../../harness/sheet-files.ts'
import { p, tbl, tc, tr, wordFile } from '../../harness/word-file.ts'
import type { Chance } from './chance.ts'
import type { Ability } from './generator.ts'
import { layOut, type PlanOnPage } from './plan-table.ts'

export const planFormats = ['tabs', 'bars', 'stacked', 'csv', 'docx', 'odt', 'xlsx', 'ods'] as const
export type PlanFormat = (typeof planFormats)[number]

const abilities: Record<PlanFormat, Ability> = {
  tabs: { merges: false, lines: false, isStacked: false },
  bars: { merges: false, lines: false, isStacked: false },
  stacked: { merges: false, lines: false, isStacked: true },
  csv: { merges: false, lines: true, isStacked: false },
  docx: { merges: true, lines: true, isStacked: false },
  odt: { merges: true, lines: true, isStacked: false },
  xlsx: { merges: true, lines: true, isStacked: false },
  ods: { merges: true, lines: true, isStacked: false },
}

/** A file of this format with a plan in it, and the plan. */
export function planFileOf(seed: number, format: PlanFormat): { page: PlanOnPage; bytes: Uint8Array } {
  const page = layOut(seed, abilities[format])
  return { page, bytes: builders[format](page) }
}

const builders: Record<PlanFormat, (page: PlanOnPage) => Uint8Array> = {
  tabs: ({ lines, table }) => text([...lines, ...gridOf(table).map((row) => row.join('\t'))]),
  bars: ({ lines, table, chance }) => text([...lines, ...barRows(gridOf(table), chance)]),
  stacked: ({ lines, table }) => text([...lines, ...rowsIn(table).flatMap((row) => row.map((cell) => cell.text))]),
  csv: ({ lines, table }) =>
    text(csvRows([...lines.filter((line) => line !== '').map((line) => [line]), ...gridOf(table)])),
  docx: ({ lines, table, chance }) =>
    wordFile([...lines.map((line) => p(escaped(line))), wordTable(table, chance)].join('')),
  odt: ({ lines, table }) => odtFile([...lines.map((line) => tp(escaped(line))), openTable(table)].join('')),
  ods: ({ lines, table }) =>
    odsFile(openTable({ ...table, headRows: [...lines.map((line) => [{ text: line }]), ...table.headRows] })),
  xlsx: ({ lines, table }) =>
    sheet({ ...table, headRows: [...lines.map((line) => [{ text: line }]), ...table.headRows] }),
}

function text(lines: string[]): Uint8Array {
  return Buffer.from(`${lines.join('\n')}\n`)
}

function rowsIn({ headRows, rows }: WrittenTable): WrittenCell[][] {
  return [...headRows, ...rows]
}

/** A text for every place of the grid; a wide cell has its own in the first. */
function gridOf(table: WrittenTable): string[][] {
  return rowsIn(table).map((row) =>
    row.flatMap(({ text: own, span = 1 }) => [own, ...Array<string>(span - 1).fill('')]),
  )
}

function barRows(rows: string[][], chance: Chance): string[] {
  const isRuled = chance.happens(0.5)
  const width = rows[0]?.length ?? 0
  const ruler = `|${Array(width).fill('---').join('|')}|`
  return rows.flatMap((row, index) => [`| ${row.join(' | ')} |`, ...(isRuled && index === 0 ? [ruler] : [])])
}

function csvRows(rows: string[][]): string[] {
  const width = Math.max(...rows.map((row) => row.length))
  const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => Array.from({ length: width }, (_, at) => quoted(row[at] ?? '')).join(';'))
}

function wordTable(table: WrittenTable, chance: Chance): string {
  const all = rowsIn(table)
  const isMarked = chance.happens(0.4)
  return tbl(
    all.map((row, index) => {
      let at = 0
      const cells = row.map(({ text: own, span = 1, isCovered = false }) => {
        const begins = !isCovered && goesOnBelow(all[index + 1], at)
        at += span
        const merge = isCovered ? '<w:vMerge/>' : begins ? '<w:vMerge w:val="restart"/>' : ''
        const wide = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
        return tc(
          own
            .split('\n')
            .map((line) => torn(line, chance))
            .join(''),
          wide + merge,
        )
      })
      return tr(cells, isMarked && index < table.headRows.length ? '<w:tblHeader/>' : '')
    }),
  )
}

/** A paragraph whose words lie in several runs, as an editor leaves them. */
function torn(line: string, chance: Chance): string {
  const pieces: string[] = []
  for (let at = 0; at < line.length; ) {
    const length = chance.happens(0.5) ? line.length : 1 + chance.below(9)
    pieces.push(line.slice(at, at + length))
    at += length
  }
  const runs = pieces.map((piece) => `<w:r><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`)
  return `<w:p>${runs.join(chance.happens(0.2) ? '<w:proofErr w:type="spellStart"/>' : '')}</w:p>`
}

function openTable(table: WrittenTable): string {
  const all = rowsIn(table)
  return otable(
    all.map((row, index) => {
      let at = 0
      return otr(
        row.flatMap(({ text: own, span = 1, isCovered = false }) => {
          const column = at
          at += span
          if (isCovered) return [covered]
          let tall = 1
          while (goesOnBelow(all[index + tall], column)) tall += 1
          const merge = `table:number-columns-spanned="${span}" table:number-rows-spanned="${tall}"`
          const content = own
            .split('\n')
            .map((line) => tp(escaped(line)))
            .join('')
          return [otc(content, span > 1 || tall > 1 ? merge : ''), ...Array<string>(span - 1).fill(covered)]
        }),
      )
    }),
    'table:name="Лист1"',
  )
}

function sheet(table: WrittenTable): Uint8Array {
  const all = rowsIn(table)
  const merges = all.flatMap((row, index) => {
    let at = 0
    return row.flatMap(({ span = 1, isCovered = false }) => {
      const left = at
      at += span
      let tall = 1
      while (!isCovered && goesOnBelow(all[index + tall], left)) tall += 1
      const reference = `${letter(left)}${index + 1}:${letter(left + span - 1)}${index + tall}`
      return !isCovered && (span > 1 || tall > 1) ? [reference] : []
    })
  })
  const rows = gridOf(table).map((row, index) => xrow(index + 1, row.map(escaped)))
  return xlsxFile({ sheets: [{ rows: rows.join(''), merges }] })
}

function letter(column: number): string {
  return String.fromCharCode(65 + column)
}

function escaped(own: string): string {
  return own.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
