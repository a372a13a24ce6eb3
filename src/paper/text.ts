import { readDelimited } from './delimited.ts'
import { limits } from './limits.ts'
import type { Block, Paper } from './paper.ts'
import { PaperRefused } from './refusals.ts'
import { readBarTable, readStackedTable, readTabTable, type TextTable } from './text-table.ts'

/** Reads plain text: a table of values (.csv), or paragraphs by line and tables drawn with tabs or bars, or written one cell per line. */
export function readText(bytes: Uint8Array): Paper {
  if (bytes.byteLength > limits.textBytes) throw new PaperRefused('overgrown')
  const text = decoded(bytes)
  const delimited = readDelimited(text)
  if (delimited) return { blocks: delimited }
  const lines = text.split(/\r\n|\r|\n/).map(withoutMarks)
  if (lines.length > limits.textLines) throw new PaperRefused('overgrown')
  const blocks: Block[] = []
  let tables = 0
  for (let at = 0; at < lines.length; ) {
    const found = tableAt(lines, at)
    if (found) tables += 1
    blocks.push(found ? { kind: 'table', table: tables, rows: found.rows } : paragraph(lines[at]))
    at = found ? found.next : at + 1
  }
  return { blocks }
}

/** UTF-8 where it is valid; otherwise the old Russian encoding in which most letters are usual ones. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return oldRussian(bytes) // every byte is a sign there, so this cannot fail
  }
}

/** What Windows, DOS and Unix wrote; Windows first, for it wins where nothing tells. */
const oldEncodings = ['windows-1251', 'ibm866', 'koi8-r'] as const

function oldRussian(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 20_000)
  const [best] = oldEncodings
    .map((name) => ({ name, usual: new TextDecoder(name).decode(sample).match(/[оеаинтсрвлкмдпу]/g)?.length ?? 0 }))
    .toSorted((one, other) => other.usual - one.usual)
  return new TextDecoder(best?.name ?? 'windows-1251').decode(bytes)
}

/** Text copied from a screen keeps the bold marks of a plain-text notation. */
function withoutMarks(line: string): string {
  return line.replace(/\*\*|__/g, '').replace(/^#{1,6} /, '')
}

function tableAt(lines: string[], at: number): TextTable | null {
  return readBarTable(lines, at) ?? readTabTable(lines, at) ?? readStackedTable(lines, at)
}

function paragraph(line: string | undefined): Block {
  return { kind: 'paragraph', text: (line ?? '').trim() }
}
