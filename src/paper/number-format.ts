import { type DateSystem, dateText, isDateFormat } from './date-format.ts'

/** The text that a cell of a Russian office shows for a number. */
export function displayedNumber(value: number, format: string, dates: DateSystem): string {
  const section = sectionFor(value, format)
  if (/^general$/i.test(bare(section)) || section === '' || section === '@') return general(value)
  if (isDateFormat(section)) return dateText(value, section, dates)
  return figures(value, section) ?? general(value)
}

/** The formats that have a number instead of a text, as a Russian office program shows them. */
export const builtInFormats: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd.mm.yyyy',
  15: 'dd.mmm.yy',
  16: 'dd.mmm',
  17: 'mmm.yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd.mm.yyyy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: 'h:mm:ss',
  47: 'mm:ss',
}

/** A format may hold one section each for positive, negative and zero. */
function sectionFor(value: number, format: string): string {
  const sections = format.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? ['General']
  const [positive = 'General', negative, zero] = sections
  if (value < 0 && negative !== undefined) return negative
  return value === 0 && zero !== undefined ? zero : positive
}

function bare(section: string): string {
  return section.replace(/\[[^\]]*\]/g, '').trim()
}

/** Eleven figures, as a narrow cell shows: 1.1 stays 1.1 whatever its binary form. */
function general(value: number): string {
  return String(Number(value.toPrecision(11)))
}

/** Fills the places of a format such as `0.00`, `#,##0` or `0"."`; null where it is of another kind. */
function figures(value: number, section: string): string | null {
  const format = bare(section)
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .replace(/"([^"]*)"/g, (_, text: string) => Array.from(text, (sign) => `\\${sign}`).join(''))
  const pattern = /^((?:\\.|[^0#?\\])*)((?:[0#?]|[, \u00a0](?=[0#?])|\\.)*[0#?])(?:\.([0#?]+))?(.*)$/.exec(format)
  if (!/[0#?]/.test(format)) return plain(format)
  if (!pattern || /[eE][+-]|\//.test(format)) return null
  const [, before = '', whole = '', decimals = '', after = ''] = pattern
  const scaled = Math.abs(value) * (after.includes('%') ? 100 : 1)
  const [integer = '0', fraction = ''] = scaled.toFixed(Math.min(decimals.length, 15)).split('.')
  const optional = /[#?]+$/.exec(decimals)?.[0].length ?? 0
  const shown = fraction.replace(new RegExp(`0{0,${optional}}$`), '')
  const sign = value < 0 && !/\\?-|\(/.test(before) ? '-' : ''
  return sign + plain(before) + filled(integer, whole) + (shown === '' ? '' : `.${shown}`) + plain(after)
}

/** Puts the figures of a whole number into their places from the right; what stands between the places stays there. */
function filled(integer: string, places: string): string {
  const parts = places.match(/\\.|[0#?]/g) ?? []
  const left = Array.from(integer === '0' ? '' : integer)
  let text = ''
  for (const part of parts.toReversed()) {
    text = (part.startsWith('\\') ? part.slice(1) : (left.pop() ?? (part === '0' ? '0' : ''))) + text
  }
  return left.join('') + text
}

function plain(text: string): string {
  return text.replace(/\\(.)/g, '$1')
}
