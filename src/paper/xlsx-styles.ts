import { builtInFormats } from './number-format.ts'
import { walkXml } from './xml.ts'

/** The number format of each cell style, by the style's place. */
export function readStyles(bytes: Uint8Array | null): string[] {
  const own = new Map<number, string>()
  const styles: number[] = []
  if (!bytes) return []
  walkXml(bytes, {
    open(element, { numFmtId = '0', formatCode = '' }, path) {
      if (element === 'x:numFmt') own.set(Number(numFmtId), formatCode)
      if (element === 'x:xf' && path.at(-2) === 'x:cellXfs') styles.push(Number(numFmtId))
    },
    close() {},
    text() {},
  })
  return styles.map((id) => own.get(id) ?? builtInFormats[id] ?? 'General')
}
