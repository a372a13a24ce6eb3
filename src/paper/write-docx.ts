import {
  goesOnBelow,
  type WrittenBlock,
  type WrittenCell,
  type WrittenParagraph,
  type WrittenTable,
} from './written.ts'
import { zip } from './zip.ts'

/** A .docx of paragraphs and tables, landscape, in the office's usual typeface; the same blocks give the same bytes. */
export function writeDocx(blocks: readonly WrittenBlock[]): Uint8Array {
  const body = blocks.map((block) => ('headRows' in block ? tableXml(block) : paragraphXml(block))).join('')
  const page =
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
  return zip({
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `${xml}<w:document xmlns:w="${wordMl}"><w:body>${body}${page}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations([['styles', 'styles.xml']]),
    'word/styles.xml': styles,
  })
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const wordMl = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const part = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const contentTypes = `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${part}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${part}.styles+xml"/></Types>`

const styles = `${xml}<w:styles xmlns:w="${wordMl}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${borders()}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`

/** Twentieths of a point between the margins of a landscape page. */
const PAGE_WIDTH = 14_854

function relations(targets: [string, string][]): string {
  const list = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${officeRelation}/${type}" Target="${target}"/>`,
  )
  return `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}

function borders(): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  return sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')
}

function paragraphXml({ text, align = 'left', isBold = false, startsPage = false }: WrittenParagraph): string {
  const page = startsPage ? '<w:pageBreakBefore/>' : ''
  return `<w:p><w:pPr>${page}<w:jc w:val="${align}"/></w:pPr>${text === '' ? '' : runXml(text, isBold)}</w:p>`
}

function runXml(text: string, isBold: boolean): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
  return `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r>`
}

function tableXml({ headRows, rows, widths }: WrittenTable): string {
  const sum = widths.reduce((total, width) => total + width, 0)
  const columns = widths.map((width) => Math.floor((PAGE_WIDTH * width) / Math.max(sum, 1)))
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const all = [...headRows, ...rows]
  const written = all.map((cells, index) =>
    rowXml({ cells, below: all[index + 1], columns, isHead: index < headRows.length }),
  )
  const total = columns.reduce((whole, width) => whole + width, 0)
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written.join('')}</w:tbl>`
}

type WrittenRow = { cells: WrittenCell[]; below: WrittenCell[] | undefined; columns: number[]; isHead: boolean }

function rowXml({ cells, below, columns, isHead }: WrittenRow): string {
  let at = 0
  const written = cells.map((cell) => {
    const span = cell.span ?? 1
    const width = columns.slice(at, at + span).reduce((sum, one) => sum + one, 0)
    const begins = !cell.isCovered && goesOnBelow(below, at)
    at += span
    return cellXml(cell, { width, merge: cell.isCovered ? '<w:vMerge/>' : begins ? '<w:vMerge w:val="restart"/>' : '' })
  })
  return `<w:tr>${isHead ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : ''}${written.join('')}</w:tr>`
}

function cellXml(cell: WrittenCell, { width, merge }: { width: number; merge: string }): string {
  const { text, span = 1, isCovered = false, isBold = false, align = 'left' } = cell
  const wide = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
  const content = paragraphXml({ text: isCovered ? '' : text, isBold, align })
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${wide}${merge}</w:tcPr>${content}</w:tc>`
}

/** Control characters have no place in XML, not even escaped. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
}
