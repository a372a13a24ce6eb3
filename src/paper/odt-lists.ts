import { countNumbers, type Level, type Lists, noLists } from './numbering.ts'
import { walkXml } from './xml.ts'

/** Counts the automatic numbers of a text document, item after item. */
export type OdtLists = {
  /** A list opens: `place` says which it is and whether it goes on from one before. */
  open(attributes: Record<string, string>): void
  close(): void
  /** An item opens: the first paragraph in it carries its number. */
  openItem(attributes: Record<string, string>): void
  /** The number of the paragraph that stands here, empty where none does. */
  next(): string
}

type OpenList = { id: string; style: string; isOpenItem: boolean }

export function openOdtLists(parts: Uint8Array[]): OdtLists {
  const lists = noLists()
  for (const part of parts) readListStyles(part, lists)
  const numbering = countNumbers(lists)
  const path: OpenList[] = []
  const lastOfStyle = new Map<string, string>()
  const listOf = new Map<string, string>()
  let count = 0

  /** Lists that go on share their counters, so they share the identity of the first. */
  function identity(attributes: Record<string, string>, style: string): string {
    const before = attributes['text:continue-list']
    if (before !== undefined) return listOf.get(before) ?? lastOfStyle.get(style) ?? anew(style)
    if (attributes['text:continue-numbering'] === 'true') return lastOfStyle.get(style) ?? anew(style)
    return anew(style)
  }
  function anew(style: string): string {
    count += 1
    const id = `${style} ${count}`
    lists.abstracts.set(id, lists.abstracts.get(style) ?? new Map<number, Level>())
    lists.nums.set(id, { abstractId: id, overrides: new Map(), levels: new Map() })
    return id
  }

  return {
    open(attributes) {
      const outer = path.at(-1)
      const style = attributes['text:style-name'] ?? outer?.style ?? ''
      const id = outer?.id ?? identity(attributes, style)
      if (!outer) lastOfStyle.set(style, id)
      const name = attributes['xml:id'] ?? attributes['text:id']
      if (name !== undefined) listOf.set(name, id)
      path.push({ id, style, isOpenItem: false })
    },
    close() {
      path.pop()
    },
    openItem(attributes) {
      const list = path.at(-1)
      if (!list) return
      list.isOpenItem = true
      const start = Number(attributes['text:start-value'])
      if (Number.isInteger(start) && start > 0) numbering.restart({ numId: list.id, level: path.length - 1, start })
    },
    next() {
      const list = path.at(-1)
      if (!list?.isOpenItem) return ''
      list.isOpenItem = false
      return numbering.next({ style: null, numId: list.id, level: path.length - 1 })
    },
  }
}

const formats: Record<string, string> = { '1': 'decimal', a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman' }

function readListStyles(bytes: Uint8Array, lists: Lists): void {
  let levels: Map<number, Level> | null = null
  walkXml(bytes, {
    open(element, attributes) {
      if (element === 'text:list-style') {
        levels = new Map()
        lists.abstracts.set(attributes['style:name'] ?? '', levels)
      }
      const at = Number(attributes['text:level']) - 1
      if (element === 'text:list-level-style-number' && at >= 0 && at < 10) levels?.set(at, levelOf(at, attributes))
    },
    close(element) {
      if (element === 'text:list-style') levels = null
    },
    text() {},
  })
}

function levelOf(at: number, attributes: Record<string, string>): Level {
  const {
    'style:num-format': format = '',
    'style:num-prefix': prefix = '',
    'style:num-suffix': suffix = '',
    'text:start-value': start = '1',
    'text:display-levels': display = '1',
    'loext:num-list-format': pattern,
  } = attributes
  const shown = Math.min(Math.max(Number(display) || 1, 1), at + 1)
  const numbers = Array.from({ length: shown }, (_, index) => `%${at - shown + 2 + index}`).join('.')
  const text = pattern === undefined ? `${prefix}${numbers}${suffix}` : pattern.replace(/%(\d+)%/g, '%$1')
  return { start: Number(start) || 1, format: formatOf(format), text, isLegal: false, style: null }
}

function formatOf(format: string): string {
  if (format === 'I') return 'upperRoman'
  if (/^[аА]/.test(format)) return format.startsWith('а') ? 'russianLower' : 'russianUpper'
  return formats[format] ?? (format === '' ? 'none' : 'decimal')
}
