/** By what systems outside know an organisation; `own`: the number that the authority itself gives it. */
export const codeSchemes = ['own', 'inn', 'ogrn', 'fis-oko', 'oktmo'] as const
export type CodeScheme = (typeof codeSchemes)[number]

export type CodeFault = 'inn' | 'ogrn' | 'oktmo' | 'too-long'

const INN_WEIGHTS = [2, 4, 10, 3, 5, 9, 4, 6, 8]

/** What is wrong with a code, or null: a mistyped digit is found by the check digit where the scheme has one. */
export function codeFault(scheme: CodeScheme, value: string): CodeFault | null {
  if (scheme === 'inn') return isInn(value) ? null : 'inn'
  if (scheme === 'ogrn') return isOgrn(value) ? null : 'ogrn'
  if (scheme === 'oktmo') return /^(\d{8}|\d{11})$/.test(value) ? null : 'oktmo'
  return value.length <= 40 ? null : 'too-long'
}

/** A code as it is compared: without spaces; what a spreadsheet made of a number stays a number. */
export function plainCode(text: string): string {
  return text.replace(/\s+/g, '')
}

function isInn(value: string): boolean {
  if (!/^\d{10}$/.test(value)) return false
  const sum = INN_WEIGHTS.reduce((total, weight, place) => total + weight * Number(value[place]), 0)
  return (sum % 11) % 10 === Number(value[9])
}

function isOgrn(value: string): boolean {
  return /^\d{13}$/.test(value) && (Number(value.slice(0, 12)) % 11) % 10 === Number(value[12])
}
