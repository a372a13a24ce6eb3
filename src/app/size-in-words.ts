const UNITS = ['байт', 'КБ', 'МБ', 'ГБ', 'ТБ']

/** A size as a person says it: «12,3 МБ». */
export function sizeInWords(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(bytes, 1)) / 10)))
  const value = bytes / 1024 ** step
  const text = step === 0 || value >= 100 ? String(Math.round(value)) : value.toFixed(1).replace('.', ',')
  return `${text} ${UNITS[step]}`
}
