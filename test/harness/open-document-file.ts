import { zip } from '../../src/paper/zip.ts'

const names = ['office', 'text', 'table', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')
  .join(' ')

type Parts = { styles?: string; manifest?: string }

/** An .odt with this inner XML. */
export function odtFile(body: string, parts: Parts = {}): Uint8Array {
  return file('text', `<office:text>${body}</office:text>`, parts)
}

/** An .ods with these tables. */
export function odsFile(tables: string, parts: Parts = {}): Uint8Array {
  return file('spreadsheet', `<office:spreadsheet>${tables}</office:spreadsheet>`, parts)
}

function file(kind: 'text' | 'spreadsheet', body: string, { styles = '', manifest = '' }: Parts): Uint8Array {
  return zip({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${manifest}</manifest:manifest>`,
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`,
  })
}

export function tp(text: string): string {
  return `<text:p>${text}</text:p>`
}

export function otc(content: string, attributes = ''): string {
  return `<table:table-cell ${attributes}>${content.startsWith('<') ? content : tp(content)}</table:table-cell>`
}

export function otr(cells: string[], attributes = ''): string {
  const xml = cells.map((cell) => (cell.startsWith('<table:') ? cell : otc(cell)))
  return `<table:table-row ${attributes}>${xml.join('')}</table:table-row>`
}

export function otable(rows: string[], attributes = ''): string {
  return `<table:table ${attributes}>${rows.join('')}</table:table>`
}

export const covered = '<table:covered-table-cell/>'
