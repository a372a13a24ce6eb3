import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { limits } from './limits.ts'
import type { PdfLibrary } from './pdf-library.ts'
import { type Matrix, movedBy, multiplied } from './pdf-matrix.ts'
import { PaperRefused } from './refusals.ts'

/** A straight line along an edge of the page: `at` across it, from `from` to `to` along it. */
export type Stroke = { isUpright: boolean; at: number; from: number; to: number }

export type Operators = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>
type Box = { left: number; top: number; right: number; bottom: number }

/** Thicker than this, a filled box is a shadow behind text. */
const thickness = 3.5
/** Shorter than this, a line is a letter's underline or a tick. */
const shortest = 6

type Drawing = { operators: Operators; names: PdfLibrary['OPS']; upright: Matrix }

/** The upright and level lines that a page draws, whether as lines or as thin boxes. */
export function linesDrawn({ operators: { fnArray, argsArray }, names: OPS, upright }: Drawing): Stroke[] {
  const painting: Painting = {
    stroking: [OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke],
    filling: [OPS.fill, OPS.eoFill],
  }
  const strokes: Stroke[] = []
  const kept: Matrix[] = []
  let matrix = upright
  for (const [index, operator] of fnArray.entries()) {
    const values: unknown = argsArray[index]
    if (operator === OPS.save) kept.push(matrix)
    if (operator === OPS.restore) matrix = kept.pop() ?? upright
    if (operator === OPS.transform) matrix = multiplied(matrix, numbersIn(values))
    if (operator === OPS.paintFormXObjectBegin) {
      kept.push(matrix)
      matrix = multiplied(matrix, numbersIn(Array.isArray(values) ? values[0] : null))
    }
    if (operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? upright
    if (operator === OPS.constructPath) strokes.push(...pathStrokes(values, matrix, painting))
    if (strokes.length > limits.rows) throw new PaperRefused('overgrown')
  }
  return strokes
}

type Painting = { stroking: number[]; filling: number[] }

function pathStrokes(values: unknown, matrix: Matrix, { stroking, filling }: Painting): Stroke[] {
  if (!Array.isArray(values)) return []
  const [operator, paths]: unknown[] = values
  if (typeof operator !== 'number' || !Array.isArray(paths)) return []
  const lines = segmentsOf(numbersIn(paths[0]), matrix)
  if (stroking.includes(operator)) return lines.flatMap(strokeOf)
  return filling.includes(operator) ? boxesOf(lines).flatMap(thinBox) : []
}

type Segment = { box: Box; part: number }

/** Paths are numbers: 0 moves, 1 draws a line, 2 and 3 draw curves, 4 goes back to the start. */
function segmentsOf(path: readonly number[], matrix: Matrix): Segment[] {
  const found: Segment[] = []
  let start: [number, number] = [0, 0]
  let here = start
  let part = 0
  for (let at = 0; at < path.length; ) {
    const kind = path[at]
    const length = kind === 2 ? 6 : kind === 3 ? 4 : kind === 4 ? 0 : 2
    const to = kind === 4 ? start : movedBy(matrix, path[at + length - 1] ?? 0, path[at + length] ?? 0)
    if (kind === 0) {
      start = to
      part += 1
    }
    if (kind === 1 || kind === 4) found.push({ box: boxOf(here, to), part })
    here = to
    at += length + 1
  }
  return found
}

function boxOf([x1, y1]: [number, number], [x2, y2]: [number, number]): Box {
  return { left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2) }
}

/** Whole figures, for a filled box is drawn line by line. */
function boxesOf(lines: Segment[]): Segment[] {
  const parts = new Map<number, Box>()
  for (const { box, part } of lines) {
    const known = parts.get(part) ?? box
    parts.set(part, {
      left: Math.min(known.left, box.left),
      right: Math.max(known.right, box.right),
      top: Math.min(known.top, box.top),
      bottom: Math.max(known.bottom, box.bottom),
    })
  }
  return [...parts].map(([part, box]) => ({ box, part }))
}

function thinBox({ box }: Segment): Stroke[] {
  const width = box.right - box.left
  const height = box.bottom - box.top
  if (width <= thickness && height > Math.max(shortest, width))
    return [{ isUpright: true, at: (box.left + box.right) / 2, from: box.top, to: box.bottom }]
  if (height <= thickness && width > Math.max(shortest, height))
    return [{ isUpright: false, at: (box.top + box.bottom) / 2, from: box.left, to: box.right }]
  return []
}

function strokeOf(segment: Segment): Stroke[] {
  const { left, right, top, bottom } = segment.box
  const isStraight = right - left < 1 || bottom - top < 1
  return isStraight ? thinBox(segment) : []
}

function numbersIn(values: unknown): readonly number[] {
  if (values instanceof Float32Array) return [...values]
  return Array.isArray(values) ? values.filter((value) => typeof value === 'number') : []
}
