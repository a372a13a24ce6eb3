import { zip } from './zip.ts'

/** What a simple document is written from. */
export type DocxBlock = DocxParagraph | DocxTable

export type DocxParagraph = { text: string; align?: 'left' | 'center' | 'right' | 'both'; isBold?: boolean }

/** The head row repeats on every printed page; a section row is one cell over the width of the table. */
export type DocxTable = { head: string[]; rows: (string[] | { section: string })[] }

/** A .docx of paragraphs and tables, landscape, in the office's usual typeface. */
export function writeDocx(blocks: DocxBlock[]): Uint8Array {
  const body = blocks.map((block) => ('head' in block ? tableXml(block) : paragraphXml(block))).join('')
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

const styles = `${xml}<w:styles xmlns:w="${wordMl}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${borders()}</w:tblBorders></w:tblPr></w:style></w:styles>`

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

function paragraphXml({ text, align = 'left', isBold = false }: DocxParagraph): string {
  return `<w:p><w:pPr><w:jc w:val="${align}"/></w:pPr>${text === '' ? '' : runXml(text, isBold)}</w:p>`
}

function runXml(text: string, isBold: boolean): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
  return `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r>`
}

function tableXml({ head, rows }: DocxTable): string {
  const width = Math.floor(14_800 / Math.max(head.length, 1))
  const grid = head.map(() => `<w:gridCol w:w="${width}"/>`).join('')
  const headRow = rowXml(
    head.map((text) => cellXml({ text, width, isBold: true })),
    '<w:trPr><w:tblHeader/></w:trPr>',
  )
  const bodyRows = rows.map((row) =>
    'section' in row
      ? rowXml([cellXml({ text: row.section, width: width * head.length, isBold: true, span: head.length })])
      : rowXml(row.map((text) => cellXml({ text, width }))),
  )
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${headRow}${bodyRows.join('')}</w:tbl>`
}

function rowXml(cells: string[], properties = ''): string {
  return `<w:tr>${properties}${cells.join('')}</w:tr>`
}

function cellXml({
  text,
  width,
  isBold = false,
  span = 1,
}: {
  text: string
  width: number
  isBold?: boolean
  span?: number
}): string {
  const merged = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${merged}</w:tcPr>${paragraphXml({ text, isBold })}</w:tc>`
}

/** Control characters have no place in XML, not even escaped. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
}
