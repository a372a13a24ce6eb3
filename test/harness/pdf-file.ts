import { deflateSync } from 'node:zlib'

type Text = [x: number, y: number, text: string]

/** A .pdf whose pages hold these texts, `y` from the top, and no drawn line. */
export function pdfFile(pages: Text[][]): Uint8Array {
  return pdfWithContent(pages.map((texts) => texts.map(textOperators).join('\n')))
}

/** A .pdf whose pages hold these drawing operators. */
export function pdfWithContent(pages: (string | Buffer)[]): Uint8Array {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')
  const objects: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    font,
    ...pages.flatMap((content, at) => [page(at), packed(content)]),
    toUnicode,
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Plain/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor<</Type/FontDescriptor/FontName/Plain/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>',
  ]
  const text = Number(objects.length) - 1
  objects[2] = font.replace('UNICODE', String(text)).replace('CIDS', String(text + 1))
  const parts = objects.map((object, at) =>
    Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]),
  )
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...parts,
    Buffer.from(`trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`),
  ])
}

/** The lines of a cell as a program prints them, with the space at the end of a line that goes on. */
type PrintedCell = string[]

/** Pages with a ruled table on each; `xs` are the upright lines, five points are a letter, and cells have a margin of five. */
export function ruledPdf(xs: number[], pages: { rows: PrintedCell[][]; foot?: string }[]): Uint8Array {
  return pdfWithContent(
    pages.map(({ rows, foot = '' }) => {
      const drawing = [textOperators([700, 585, foot])]
      let y = 60
      drawing.push(rule([xs[0] ?? 0, y], [xs.at(-1) ?? 0, y]))
      for (const cells of rows) {
        const height = 6 + 12 * Math.max(1, ...cells.map((lines) => lines.length))
        for (const [column, lines] of cells.entries())
          for (const [at, line] of lines.entries())
            drawing.push(textOperators([(xs[column] ?? 0) + 5, y + 12 + at * 12, line]))
        for (const x of xs) drawing.push(rule([x, y], [x, y + height]))
        y += height
        drawing.push(rule([xs[0] ?? 0, y], [xs.at(-1) ?? 0, y]))
      }
      return drawing.join('\n')
    }),
  )
}

function rule([x1, y1]: [number, number], [x2, y2]: [number, number]): string {
  return `${x1} ${595 - y1} m ${x2} ${595 - y2} l S`
}

const font =
  '<</Type/Font/Subtype/Type0/BaseFont/Plain/Encoding/Identity-H/DescendantFonts[CIDS 0 R]/ToUnicode UNICODE 0 R>>'

const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfrange <0020> <007e> <0020> <0400> <04ff> <0400> endbfrange
3 beginbfchar <2116> <2116> <00ab> <00ab> <00bb> <00bb> endbfchar
endcmap end end`
const toUnicode = `<</Length ${cmap.length}>>stream\n${cmap}\nendstream`

function page(at: number): string {
  return `<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + at * 2} 0 R>>`
}

function packed(content: string | Buffer): Buffer {
  const body = deflateSync(content)
  return Buffer.concat([
    Buffer.from(`<</Filter/FlateDecode/Length ${body.length}>>stream\n`),
    body,
    Buffer.from('\nendstream'),
  ])
}

function textOperators([x, y, text]: Text): string {
  const codes = Array.from(text, (sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('')
  return `BT /F 10 Tf 1 0 0 1 ${x} ${595 - y} Tm <${codes}> Tj ET`
}
