import { type Actor, holds } from '../../kernel/actor.ts'
import { type PictureFault, pictureFault } from '../../paper/picture.ts'

/** More sheets than any order has, and more photographs than anybody takes of one. */
export const MAX_SCAN_PAGES = 100

/** Of one scan with all its files. */
export const MAX_SCAN_BYTES = 300 * 1024 * 1024

/** Whoever brings orders in lays the signed paper beside them. */
export function canLayScan(actor: Actor, organisation: { path: string }): boolean {
  return holds(actor, ['municipal_coordinator'], organisation)
}

export type ScanFault = 'not-a-scan' | 'damaged-pdf' | PictureFault

/** Why these bytes cannot stand for pages of a signed paper; null where they can. */
export function scanFault(bytes: Uint8Array): ScanFault | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.subarray(0, 1024).includes('%PDF-')) {
    return file.subarray(-2048).includes('%%EOF') ? null : 'damaged-pdf'
  }
  const fault = pictureFault(bytes)
  return fault === 'other-picture' && !isPicture(file) ? 'not-a-scan' : fault
}

/** Pictures that no browser draws: .tiff, .bmp, .djvu, .gif. */
function isPicture(file: Buffer): boolean {
  const head = file.toString('latin1', 0, 8)
  return ['GIF8', 'II*\0', 'MM\0*', 'BM', 'AT&TFORM'].some((start) => head.startsWith(start))
}
