import type { Line } from './pdf-lines.ts'

/** A page's lines outside of its ruled tables. */
export type PageLines = { height: number; lines: Line[] }

/** Leaves out page numbers, the lines that stand at the foot of several pages, and those at their head but for the first. */
export function withoutRunningLines(pages: PageLines[]): Line[][] {
  const seen = new Map<string, number>()
  for (const { height, lines } of pages)
    for (const line of lines.filter(({ top }) => isMargin(top, height)))
      seen.set(key(line), (seen.get(key(line)) ?? 0) + 1)
  const shown = new Set<string>()
  return pages.map(({ height, lines }) =>
    lines.filter((line) => {
      if (!isMargin(line.top, height)) return true
      if (isPageNumber(line.text)) return false
      if ((seen.get(key(line)) ?? 0) < 2) return true
      const isFirst = !shown.has(key(line))
      shown.add(key(line))
      return isFirst && line.top < height / 2
    }),
  )
}

function isMargin(top: number, height: number): boolean {
  return top < height * 0.09 || top > height * 0.91
}

/** The same words at the same height; the figures in them count pages. */
function key({ text, top }: Line): string {
  return `${Math.round(top / 3)} ${text.replace(/\d+/g, '#')}`
}

function isPageNumber(text: string): boolean {
  return /^[-–—\s]*((страница|стр\.?|с\.|лист|page)\s*)?\d{1,3}(\s*(из|от|of|\/)\s*\d{1,3})?[-–—\s]*$/i.test(text)
}
