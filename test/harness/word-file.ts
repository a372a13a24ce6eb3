import { zip } from '../../src/paper/zip.ts'

const wordMl = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** `parts` are further parts of the file by their names. */
type WordParts = { numbering?: string; styles?: string; parts?: Record<string, string> }

/** A .docx with this inner XML, for what a writer would never write: torn runs, tracked changes, broken parts. */
export function wordFile(body: string, { numbering = '', styles = '', parts = {} }: WordParts = {}): Uint8Array {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${wordMl}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`
  const relation = (type: string, target: string) =>
    `<Relationship Id="${type}" Type="${office}/${type}" Target="${target}"/>`
  const relations = (list: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`
  return zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(relation('officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation('numbering', 'numbering.xml') + relation('styles', 'styles.xml'),
    ),
    'word/document.xml': document,
    'word/numbering.xml': `<w:numbering xmlns:w="${wordMl}">${numbering}</w:numbering>`,
    'word/styles.xml': `<w:styles xmlns:w="${wordMl}">${styles}</w:styles>`,
    ...parts,
  })
}

export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

export function tc(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`
}

export function tr(cells: string[], properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => (cell.startsWith('<w:tc') ? cell : tc(cell))).join('')}</w:tr>`
}

export function tbl(rows: string[], properties = '<w:tblStyle w:val="TableGrid"/>'): string {
  return `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.join('')}</w:tbl>`
}

/** A list of levels, as `numbering.xml` has it; lists share counters when they share `abstractId`. */
export function list(id: number, levels: { text: string; format?: string; start?: number }[]): string {
  const parts = levels.map(
    ({ text, format = 'decimal', start = 1 }, index) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="${id}">${parts.join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
}

export function inList(id: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
}
