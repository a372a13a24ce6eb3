import { readFileSync } from 'node:fs'

/**
 * A plan that an office program saved: a list, an automatic number in the first column, a section over four columns, an
 * executor merged over two rows, thirty rows more so that the table goes on overleaf. The .doc has a tracked change too.
 */
export function clubPaper(format: 'doc' | 'pdf'): Uint8Array {
  return readFileSync(new URL(`./papers/club.${format}`, import.meta.url))
}
