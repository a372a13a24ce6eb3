/** Cuts a list at its separators, but never inside quotes or brackets: «СОШ № 1, филиал» is one name. */
export function splitOutside(text: string, separator: RegExp): string[] {
  const hidden = hideEnclosed(text)
  const cuts = [
    ...hidden.matchAll(new RegExp(separator, separator.flags.includes('g') ? separator.flags : `${separator.flags}g`)),
  ]
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)]
  const ends = [...cuts.map((cut) => cut.index), text.length]
  return starts.map((start, index) => text.slice(start, ends[index]).trim()).filter((piece) => piece !== '')
}

/** The same text, of the same length, with what stands in quotes and brackets blotted out. */
export function hideEnclosed(text: string): string {
  return text.replace(/«[^»]*»|"[^"]*"|“[^”]*”|„[^“”]*[“”]|\([^()]*\)/g, (enclosed) => '\u0000'.repeat(enclosed.length))
}
