import type { WrittenBlock, WrittenSheet } from './written.ts'

/** Millimetres. */
export type Page = {
  width: number
  height: number
  margins: { top: number; right: number; bottom: number; left: number }
}

/**
 * A4 by ГОСТ Р 7.0.97-2025 for papers kept longer than ten years: 30 mm on the bound edge, 10 opposite, 20 elsewhere.
 * A landscape page is bound by its upper edge.
 */
export function pageOf(orientation: WrittenSheet['orientation']): Page {
  return orientation === 'portrait'
    ? { width: 210, height: 297, margins: { top: 20, right: 10, bottom: 20, left: 30 } }
    : { width: 297, height: 210, margins: { top: 30, right: 20, bottom: 10, left: 20 } }
}

/** A landscape page in the letters that tables are set in. */
export function landscape(blocks: readonly WrittenBlock[]): WrittenSheet {
  return { orientation: 'landscape', size: 12, lines: 1, blocks }
}
