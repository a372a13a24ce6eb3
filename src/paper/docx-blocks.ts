import { withoutDirections } from '../kernel/direction-marks.ts'
import { isWholeRow, lettersIn, placesOf } from './row-height.ts'
import {
  goesOnBelow,
  headsRowsBelow,
  type WrittenBlock,
  type WrittenCell,
  type WrittenParagraph,
  type WrittenSheet,
  type WrittenTable,
} from './written.ts'

/** Twentieths of a point in a millimetre. */
const TWIPS = 1440 / 25.4

/** What the blocks of a sheet are written for: the width between its margins, its letters and their lines. */
export type Room = Pick<WrittenSheet, 'size' | 'lines'> & { width: number }

/** The blocks as the body of a .docx, with formatting of their own, so that any letterhead may take them in. */
export function blocksXml(blocks: readonly WrittenBlock[], room: Room): string {
  return blocks
    .map((block, index) => {
      if (!('headRows' in block)) return paragraphXml(block, room)
      // Two tables without a paragraph between them become one.
      const next = blocks[index + 1]
      return tableXml(block, room) + (next && 'headRows' in next ? paragraphXml({ text: '', size: 2 }, room) : '')
    })
    .join('')
}

function paragraphXml(paragraph: WrittenParagraph, room: Room): string {
  const { text, align = 'left', startsPage, firstLine = 0, left = 0, right = 0, above = 0 } = paragraph
  const keep = paragraph.keepsNext ? '<w:keepNext/>' : ''
  const page = startsPage ? '<w:pageBreakBefore/>' : ''
  const lines = `w:line="${Math.round(240 * room.lines)}" w:lineRule="auto"`
  const spacing = `<w:spacing w:before="${Math.round(above * 20)}" w:after="0" ${lines}/>`
  const indent = `<w:ind w:left="${twips(left)}" w:right="${twips(right)}" w:firstLine="${twips(firstLine)}"/>`
  const run = text === '' ? '' : runXml(paragraph, paragraph.size ?? room.size)
  const mark = text === '' ? `<w:rPr>${sizeXml(paragraph.size ?? room.size)}</w:rPr>` : ''
  return `<w:p><w:pPr>${keep}${page}${spacing}${indent}<w:jc w:val="${align}"/>${mark}</w:pPr>${run}</w:p>`
}

export function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS)
}

function runXml({ text, isBold = false }: Pick<WrittenParagraph, 'text' | 'isBold'>, size: number): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
  return `<w:r><w:rPr>${isBold ? '<w:b/>' : ''}${sizeXml(size)}</w:rPr>${lines.join('<w:br/>')}</w:r>`
}

function sizeXml(points: number): string {
  return `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
}

function tableXml({ headRows, rows, widths, isFrame = false, ...look }: WrittenTable, room: Room): string {
  const { fill = 1, size, keepsNext = false } = look
  const sum = widths.reduce((total, width) => total + width, 0)
  const columns = widths.map((width) => Math.floor((room.width * fill * width) / Math.max(sum, 1)))
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const all = [...headRows, ...rows]
  const inner: Room = { ...room, size: size ?? room.size, lines: 1 }
  const written = all.map((cells, index) =>
    rowXml(
      {
        ...{ cells, columns, isFrame, below: all[index + 1], isHead: index < headRows.length },
        keepsNext: headsRowsBelow(all, index, columns.length) || (keepsNext && index === all.length - 1),
      },
      inner,
    ),
  )
  const total = columns.reduce((whole, width) => whole + width, 0)
  const place = fill < 1 ? '<w:jc w:val="center"/>' : isFrame ? '' : `<w:tblInd w:w="${CELL_SIDE}" w:type="dxa"/>`
  const frame = `${isFrame ? '' : borders}<w:tblLayout w:type="fixed"/>${isFrame ? frameMargins : cellMargins}`
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>${place}${frame}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written.join('')}</w:tbl>`
}

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
const borders = `<w:tblBorders>${sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')}</w:tblBorders>`
/** Between a text and the lines around it; the table stands to the right by as much, or its line would stick out. */
const CELL_SIDE = 85
const cellMargins = marginsXml(CELL_SIDE, 40)
const frameMargins = marginsXml(0, 0)

function marginsXml(side: number, above: number): string {
  const widths = { top: above, left: side, bottom: above, right: side }
  const all = Object.entries(widths).map(([name, width]) => `<w:${name} w:w="${width}" w:type="dxa"/>`)
  return `<w:tblCellMar>${all.join('')}</w:tblCellMar>`
}

type Row = {
  cells: WrittenCell[]
  below: WrittenCell[] | undefined
  columns: number[]
  isHead: boolean
  isFrame: boolean
  /** Stands on the page of the row below. */
  keepsNext: boolean
}

function rowXml({ cells, below, columns, isHead, isFrame, keepsNext }: Row, room: Room): string {
  let at = 0
  const written = cells.map((cell) => {
    const span = cell.span ?? 1
    const width = columns.slice(at, at + span).reduce((sum, one) => sum + one, 0)
    const begins = !cell.isCovered && goesOnBelow(below, at)
    at += span
    const merge = cell.isCovered ? '<w:vMerge/>' : begins ? '<w:vMerge w:val="restart"/>' : ''
    return cellXml(cell, { width, merge, keepsNext }, room)
  })
  const letters = columns.map((width) => lettersIn(width / TWIPS, room.size))
  const whole = isHead || isFrame || isWholeRow(placesOf(cells, letters)) ? '<w:cantSplit/>' : ''
  const look = `${whole}${isHead ? '<w:tblHeader/>' : ''}`
  return `<w:tr>${look === '' ? '' : `<w:trPr>${look}</w:trPr>`}${written.join('')}</w:tr>`
}

type Place = { width: number; merge: string; keepsNext: boolean }

function cellXml(cell: WrittenCell, { width, merge, keepsNext }: Place, room: Room): string {
  const { text, span = 1, isCovered = false, isBold = false, align = 'left', isLow = false } = cell
  const wide = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
  const low = isLow ? '<w:vAlign w:val="bottom"/>' : ''
  const content = paragraphXml({ text: isCovered ? '' : text, isBold, align, keepsNext }, room)
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${wide}${merge}${low}</w:tcPr>${content}</w:tc>`
}

/** Control characters have no place in XML, not even escaped; half of a pair is no letter; marks of direction turn words. */
export function escaped(text: string): string {
  return withoutDirections(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?![\t\n\r])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu, '')
}
