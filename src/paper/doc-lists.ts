import type { DocFile } from './doc-file.ts'
import { numberOf, propertiesIn } from './doc-properties.ts'
import { limits } from './limits.ts'
import { type Level, type Lists, noLists } from './numbering.ts'
import { PaperRefused } from './refusals.ts'

/** The lists and the numbered styles of a binary Word document. */
export function readDocLists(file: DocFile): Lists {
  const lists = noLists()
  readLevels(file, lists)
  readOverrides(file, lists)
  readStyles(file, lists)
  return lists
}

const formats: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  58: 'russianLower',
  59: 'russianUpper',
  255: 'none',
}

/** First all lists, then all their levels one after another. */
function readLevels({ table, part }: DocFile, lists: Lists): void {
  const { at, length } = part(73)
  if (length < 2) return
  const count = table.getUint16(at, true)
  if (count > 5000) throw new PaperRefused('overgrown')
  let next = at + 2 + count * 28
  for (let index = 0; index < count; index++) {
    const head = at + 2 + index * 28
    const levels = new Map<number, Level>()
    const depth = (table.getUint8(head + 26) & 1) === 1 ? 1 : 9
    for (let level = 0; level < depth; level++) {
      const read = readLevel(table, next)
      levels.set(level, read.level)
      next = read.next
    }
    lists.abstracts.set(String(table.getUint32(head, true)), levels)
  }
}

function readLevel(table: DataView, at: number): { level: Level; next: number } {
  const start = table.getUint32(at, true)
  const format = formats[table.getUint8(at + 4)] ?? 'decimal'
  const isLegal = (table.getUint8(at + 5) & 4) !== 0
  const words = at + 28 + table.getUint8(at + 24) + table.getUint8(at + 25)
  const length = table.getUint16(words, true)
  let text = ''
  for (let index = 0; index < length; index++) {
    const sign = table.getUint16(words + 2 + index * 2, true)
    text += sign < 9 ? `%${sign + 1}` : String.fromCharCode(sign)
  }
  return { level: { start, format, text, isLegal, style: null }, next: words + 2 + length * 2 }
}

/** What a paragraph names is not a list but its use, which may start elsewhere or change a level. */
function readOverrides({ table, part }: DocFile, lists: Lists): void {
  const { at, length } = part(74)
  if (length < 4) return
  const count = table.getUint32(at, true)
  if (count > 5000) throw new PaperRefused('overgrown')
  let next = at + 4 + count * 16
  for (let index = 0; index < count; index++) {
    const head = at + 4 + index * 16
    const overrides = new Map<number, number>()
    const levels = new Map<number, Level>()
    next += 4
    for (let change = 0; change < table.getUint8(head + 12); change++) {
      const flags = table.getUint32(next + 4, true)
      const start = table.getUint32(next, true)
      next += 8
      if ((flags & 0x10) !== 0 && (flags & 0x20) === 0) overrides.set(flags & 0xf, start)
      if ((flags & 0x20) === 0) continue
      const read = readLevel(table, next)
      levels.set(flags & 0xf, read.level)
      next = read.next
    }
    lists.nums.set(String(index + 1), { abstractId: String(table.getUint32(head, true)), overrides, levels })
  }
}

/** Names of styles are their places in the style sheet. */
function readStyles({ table, part }: DocFile, lists: Lists): void {
  const { at, length } = part(1)
  if (length < 6) return
  const head = table.getUint16(at, true)
  const count = table.getUint16(at + 2, true)
  const base = table.getUint16(at + 4, true)
  let next = at + 2 + head
  for (let index = 0; index < count && next + 2 <= at + length; index++) {
    const size = table.getUint16(next, true)
    if (size > base) lists.styles.set(String(index), styleAt(table, next + 2, { size, base }))
    next += 2 + size
  }
}

type StyleSize = { size: number; base: number }

function styleAt(table: DataView, at: number, { size, base }: StyleSize) {
  const kind = table.getUint16(at + 2, true)
  const basedOn = kind >> 4 === 0xfff ? null : String(kind >> 4)
  const none = { basedOn, numId: null, level: null }
  const name = at + base
  const first = name + 2 + table.getUint16(name, true) * 2 + 2
  if ((kind & 0xf) !== 1 || first + 4 > at + size) return none
  const length = table.getUint16(first, true)
  if (length < 2 || length > limits.attributes * 8) return none
  const properties = propertiesIn(table, first + 4, length - 2)
  const number = numberOf(properties, 0x460b)
  return { basedOn, numId: number === null ? null : String(number), level: numberOf(properties, 0x260a) }
}
