/** Tells what of a .docx is on the printed page: hidden runs, the wording of fields and empty controls are not. */
export type ShownText = {
  open(name: string, attributes: Record<string, string>, path: readonly string[]): void
  close(name: string): void
  /** Whether this element is to be passed over with all that it holds. */
  isLeftOut(name: string): boolean
  /** Whether text that stands here is not printed. */
  isHidden(): boolean
  /** What a sign or a filled-in choice looks like in print. */
  sign(name: string, attributes: Record<string, string>): string
}

export function openShownText(): ShownText {
  const fields: Field[] = []
  /** Of each drawing that is kept twice: whether its newer form was met. */
  const drawings: { isChosen: boolean }[] = []
  let isRunHidden = false
  let isPlaceholder = false

  function openField(name: string, attributes: Record<string, string>): void {
    const field = fields.at(-1)
    const value = attributes['w:val'] ?? ''
    if (name === 'w:listEntry') field?.choices.push(value)
    if (name === 'w:result' && field) field.chosen = Number(value)
    if (name !== 'w:fldChar') return
    const kind = attributes['w:fldCharType']
    if (kind === 'begin') fields.push({ isWording: true, choices: [], chosen: 0 })
    if (kind === 'separate' && field) field.isWording = false
  }

  return {
    open(name, attributes, path) {
      openField(name, attributes)
      if (name === 'w:r') isRunHidden = false
      if (name === 'w:vanish' && path.at(-3) === 'w:r') isRunHidden = !/^(0|false|off)$/.test(attributes['w:val'] ?? '')
      if (name === 'w:showingPlcHdr') isPlaceholder = !/^(0|false|off)$/.test(attributes['w:val'] ?? '')
      if (name === 'w:sdt') isPlaceholder = false
      if (name === 'mc:AlternateContent') drawings.push({ isChosen: false })
      const drawing = drawings.at(-1)
      if (name === 'mc:Choice' && drawing) drawing.isChosen = true
    },
    close(name) {
      if (name === 'w:r') isRunHidden = false
      if (name === 'mc:AlternateContent') drawings.pop()
      // A field that was left open must not hide what follows its paragraph.
      if (name === 'w:p') for (const field of fields) field.isWording = false
    },
    isLeftOut(name) {
      if (name === 'mc:Fallback') return drawings.at(-1)?.isChosen === true
      if (name !== 'w:sdtContent' || !isPlaceholder) return false
      isPlaceholder = false
      return true
    },
    isHidden: () => isRunHidden || fields.some(({ isWording }) => isWording),
    sign(name, attributes) {
      if (name === 'w:sym') return symbol(attributes['w:font'] ?? '', attributes['w:char'] ?? '')
      if (name !== 'w:fldChar' || attributes['w:fldCharType'] !== 'end') return ''
      const field = fields.pop()
      return field?.choices[field.chosen] ?? ''
    },
  }
}

/** Between its beginning and its result, a field holds only the wording of its order to the office program. */
type Field = { isWording: boolean; choices: string[]; chosen: number }

const wingdings: Record<string, string> = { fc: '✓', fb: '✗', fd: '☒', fe: '☑', a8: '☐', '6f': '☐' }
const symbols: Record<string, string> = { a3: '≤', b3: '≥', b1: '±', b0: '°', '2d': '−' }

/** A sign of a picture font; one that we do not know is still a mark that somebody made. */
function symbol(font: string, code: string): string {
  const value = Number.parseInt(code, 16)
  if (!Number.isFinite(value) || value === 0) return ''
  if (value < 0xf000 || value > 0xf0ff) return String.fromCodePoint(Math.min(value, 0x10ffff))
  const low = code.slice(-2).toLowerCase()
  if (/^(wingdings|webdings)/i.test(font)) return wingdings[low] ?? '•'
  const letter = value - 0xf000
  return symbols[low] ?? (letter > 0x20 && letter < 0x7f ? String.fromCharCode(letter) : '•')
}
