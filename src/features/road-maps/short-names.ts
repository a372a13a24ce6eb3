/** Short names that stand for a whole organisation or group of them, so that two side by side are two names. */
export const commonShortNames = [
  'МОУО',
  'ШНОР',
  'ШНСУ',
  'РОО',
  'РУО',
  'УО',
  'ОО',
  'ОУ',
  'ММО',
  'РМО',
  'ШМО',
  'СРМО',
  'ММС',
  'РМК',
  'ГМК',
  'ИМЦ',
  'ЦРО',
  'МКООД',
  'ПМПК',
  'ЦНППМ',
  'РЦОКО',
  'ЧИРО',
  'ИРО',
]

export const legalForms = [
  'МКОУ',
  'МБОУ',
  'МАОУ',
  'МОУ',
  'МОБУ',
  'МКУ',
  'МБУ',
  'МАУ',
  'МУ',
  'МКДОУ',
  'МБДОУ',
  'ГБУ',
  'ГАУ',
  'ГБОУ',
  'ГАОУ',
  'ГКОУ',
  'ГКУ',
  'ФГБУ',
  'ФГБНУ',
  'АНО',
]

/** What an order calls whom: the short name by the full one, from «… (далее – ЦРО)», «… (далее – Комитет)» and «… (МОУО)». */
export type ShortNames = Map<string, string>

const introduction =
  /\s*\((?:далее(?:\s+по тексту)?\s*[-–—:]?\s*«?(\p{L}[\p{L}-]*(?:\s\p{L}[\p{L}-]*){0,3})»?|«?(\p{Lu}{2,10})»?)\)/gu

export function shortNamesIn(text: string): ShortNames {
  const found: ShortNames = new Map()
  for (const introduced of text.matchAll(introduction)) {
    const short = introduced[1] ?? introduced[2] ?? ''
    const before = text.slice(Math.max(0, introduced.index - 200), introduced.index)
    const full = /[^().,;:«»\n]*(?:«[^»\n]{1,80}»)?$/u.exec(before)?.[0] ?? ''
    if (full.trim().length > 5 && !legalForms.includes(short)) found.set(wordsOf(full).join(' '), short)
  }
  return found
}

/** The short name by which the text calls this full one; a name without one stays as it is. */
export function calledShort(name: string, shortNames: ShortNames): string {
  const words = wordsOf(name)
  if (words.length < 2) return name
  const match = [...shortNames].find(([full]) => endsWith(full.split(' '), words))
  return match?.[1] ?? name
}

function endsWith(full: string[], words: string[]): boolean {
  const end = full.slice(-words.length)
  return end.length === words.length && end.every((word, index) => isSameWord(word, words[index] ?? ''))
}

/** «Управления» is «Управление»: only the ending may differ. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  const stem = Math.max(4, Math.min(one.length, other.length) - 2)
  return /^\p{L}/u.test(one) && Math.abs(one.length - other.length) <= 3 && one.slice(0, stem) === other.slice(0, stem)
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 1 || /\d/.test(word))
}
