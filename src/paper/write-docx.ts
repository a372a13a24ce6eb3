import { blocksXml, twips } from './docx-blocks.ts'
import { landscape, pageOf } from './page.ts'
import type { WrittenBlock, WrittenSheet } from './written.ts'
import { zip } from './zip.ts'

/** A .docx of paragraphs and tables, landscape, in the office's usual typeface; the same blocks give the same bytes. */
export function writeDocx(blocks: readonly WrittenBlock[]): Uint8Array {
  return writeSheets([landscape(blocks)])
}

/** A .docx of these sheets, each beginning on a page of its own; pages are numbered from the second. */
export function writeSheets(sheets: readonly WrittenSheet[]): Uint8Array {
  const body = sheetsXml(sheets, { numbers: 'rId2', isNumberedFromSecond: true })
  return zip({
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `${xml}<w:document xmlns:w="${wordMl}" xmlns:r="${officeRelation}"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations([
      ['styles', 'styles.xml'],
      ['header', 'header1.xml'],
    ]),
    'word/styles.xml': styles,
    'word/header1.xml': numberHeader,
  })
}

/** The relations of the header that writes page numbers, and of a footer that hides another's. */
type Numbering = { numbers: string; footers?: string; isNumberedFromSecond: boolean }

/** The sheets as the whole inside of a body: all but the last end with a paragraph that carries their page. */
export function sheetsXml(
  sheets: readonly WrittenSheet[],
  { numbers, footers, isNumberedFromSecond }: Numbering,
): string {
  return sheets
    .map((sheet, index) => {
      const { width, margins } = pageOf(sheet.orientation)
      const room = { ...sheet, width: twips(width - margins.left - margins.right) }
      const page = sectionXml(sheet, { numbers, footers, isFirst: isNumberedFromSecond && index === 0 })
      const isLast = index === sheets.length - 1
      return `${blocksXml(sheet.blocks, room)}${isLast ? page : `<w:p><w:pPr>${tiny}${page}</w:pPr></w:p>`}`
    })
    .join('')
}

/** The paragraph that ends a sheet must not run over to a page of its own. */
const tiny = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'

function sectionXml(
  { orientation }: WrittenSheet,
  { numbers, footers, isFirst }: { numbers: string; footers: string | undefined; isFirst: boolean },
): string {
  const { width, height, margins } = pageOf(orientation)
  const turned = orientation === 'landscape' ? ' w:orient="landscape"' : ''
  const edges = (['top', 'right', 'bottom', 'left'] as const).map((side) => `w:${side}="${twips(margins[side])}"`)
  const footer = footers === undefined ? '' : `<w:footerReference w:type="default" r:id="${footers}"/>`
  const header = `<w:headerReference w:type="default" r:id="${numbers}"/>${footer}`
  return `<w:sectPr>${header}<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${turned}/><w:pgMar ${edges.join(' ')} w:header="${twips(10)}" w:footer="${twips(10)}" w:gutter="0"/>${isFirst ? '<w:titlePg/>' : ''}</w:sectPr>`
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const wordMl = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const part = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const contentTypes = `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${part}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${part}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${part}.header+xml"/></Types>`

const styles = `${xml}<w:styles xmlns:w="${wordMl}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`

const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`

export const numberHeader = `${xml}<w:hdr xmlns:w="${wordMl}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${field('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}<w:r><w:t>2</w:t></w:r>${field('end')}</w:p></w:hdr>`

function relations(targets: [string, string][]): string {
  const list = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${officeRelation}/${type}" Target="${target}"/>`,
  )
  return `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}
