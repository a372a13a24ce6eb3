import type { DateSystem } from './date-format.ts'
import { limits } from './limits.ts'
import { displayedNumber } from './number-format.ts'
import { PaperRefused } from './refusals.ts'
import type { Merge, Sheet } from './sheet.ts'
import { walkXml } from './xml.ts'

/** The texts that cells share; a text written in several hands is one text, its reading aid left out. */
export function readSharedStrings(bytes: Uint8Array | null): string[] {
  const strings: string[] = []
  if (!bytes) return strings
  let text = ''
  walkXml(bytes, {
    open(element) {
      if (element === 'x:si') text = ''
    },
    close(element) {
      if (element === 'x:si') strings.push(unescaped(text))
    },
    text(found, path) {
      if (isShown(path)) text += found
    },
  })
  return strings
}

export type SheetContext = { strings: string[]; formats: string[]; dates: DateSystem; mostCells: number }

export function readSheet(bytes: Uint8Array, context: SheetContext): Omit<Sheet, 'name'> {
  const sheet: Omit<Sheet, 'name'> = { cells: [], merges: [] }
  let cell = { row: 0, column: 0, type: 'n', style: 0, value: '', text: '' }
  let row = -1
  let column = -1
  walkXml(bytes, {
    open(element, attributes) {
      if (element === 'x:row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1
        column = -1
      }
      if (element === 'x:c') {
        const place = placeOf(attributes.r ?? '') ?? { row, column: column + 1 }
        column = place.column
        cell = { ...place, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', text: '' }
      }
      if (element === 'x:mergeCell') addMerge(sheet.merges, attributes.ref ?? '')
    },
    close(element) {
      if (element !== 'x:c') return
      const text = shownText(cell, context)
      if (text.trim() !== '') sheet.cells.push({ row: cell.row, column: cell.column, text })
      if (sheet.cells.length > context.mostCells) throw new PaperRefused('overgrown')
    },
    text(found, path) {
      if (path.at(-1) === 'x:v') cell.value += found
      if (isShown(path)) cell.text += found
    },
  })
  return sheet
}

type OpenCell = { type: string; style: number; value: string; text: string }

function shownText({ type, style, value, text }: OpenCell, { strings, formats, dates }: SheetContext): string {
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'inlineStr') return unescaped(text)
  if (type === 'str') return unescaped(value)
  if (type === 'b') return value === '1' ? 'ИСТИНА' : 'ЛОЖЬ'
  if (type === 'e') return ''
  if (type === 'd') return value.slice(0, 10).split('-').reverse().join('.')
  const number = Number(value)
  if (type !== 'n' || value.trim() === '' || !Number.isFinite(number)) return value
  return displayedNumber(number, formats[style] ?? 'General', dates)
}

/** Signs that XML cannot hold are written by their codes, most often a carriage return. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => {
    const sign = String.fromCharCode(Number.parseInt(code, 16))
    return sign === '\r' || (sign < ' ' && sign !== '\n' && sign !== '\t') ? '' : sign
  })
}

function isShown(path: readonly string[]): boolean {
  return path.at(-1) === 'x:t' && !path.includes('x:rPh')
}

function addMerge(merges: Merge[], reference: string): void {
  const [from = '', to = from] = reference.split(':')
  const start = placeOf(from)
  const end = placeOf(to)
  if (!start || !end) return
  merges.push({ top: start.row, left: start.column, bottom: end.row, right: end.column })
  if (merges.length > limits.cells) throw new PaperRefused('overgrown')
}

/** `B3` is the third row, the second column. */
function placeOf(reference: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  if (letters === undefined || digits === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits) - 1, column: column - 1 }
}
