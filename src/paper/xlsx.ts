import { limits } from './limits.ts'
import type { Paper } from './paper.ts'
import { PaperRefused } from './refusals.ts'
import { relations, relationsOf } from './relations.ts'
import type { Sheet } from './sheet.ts'
import { blocksOfSheets } from './sheet-blocks.ts'
import { type Archive, openArchive } from './unzip.ts'
import { readSharedStrings, readSheet } from './xlsx-sheet.ts'
import { readStyles } from './xlsx-styles.ts'
import { walkXml } from './xml.ts'

/** Reads the sheets of a workbook with the texts that their cells show; hidden sheets only where no other has any. */
export function readXlsx(bytes: Uint8Array): Paper {
  return { blocks: blocksOfSheets(readWorkbookSheets(bytes, limits)) }
}

/** The sheets with every cell that holds text; `room` says how much of it a file may have. */
export function readWorkbookSheets(bytes: Uint8Array, room: { inflatedBytes: number; cells: number }): Sheet[] {
  const archive = openArchive(bytes, room)
  const main = relations(archive, '').get('officeDocument') ?? 'xl/workbook.xml'
  if (!archive.has(main)) throw new PaperRefused('damaged')
  const { sheets, dates } = readWorkbook(archive.read(main))
  const parts = relationsOf(archive, main)
  const partOf = (type: string) => parts.find((part) => part.type === type)?.target
  const strings = readSharedStrings(readPart(archive, partOf('sharedStrings')))
  const formats = readStyles(readPart(archive, partOf('styles')))
  const visible = sheets.filter(({ isHidden }) => !isHidden)
  const found = (visible.length > 0 ? visible : sheets).flatMap(({ id, name }) => {
    const part = readPart(archive, parts.find((one) => one.id === id && one.type === 'worksheet')?.target)
    return part ? [{ name, ...readSheet(part, { strings, formats, dates, mostCells: room.cells }) }] : []
  })
  if (found.length === 0) throw new PaperRefused('damaged')
  return found
}

function readPart(archive: Archive, name: string | undefined): Uint8Array | null {
  return name !== undefined && archive.has(name) ? archive.read(name) : null
}

type NamedSheet = { id: string; name: string; isHidden: boolean }

function readWorkbook(bytes: Uint8Array): { sheets: NamedSheet[]; dates: '1900' | '1904' } {
  const sheets: NamedSheet[] = []
  let dates: '1900' | '1904' = '1900'
  walkXml(bytes, {
    open(element, attributes) {
      if (element === 'x:workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) dates = '1904'
      if (element !== 'x:sheet') return
      const isHidden = (attributes.state ?? 'visible') !== 'visible'
      sheets.push({ id: attributes['r:id'] ?? '', name: attributes.name ?? '', isHidden })
    },
    close() {},
    text() {},
  })
  return { sheets, dates }
}
