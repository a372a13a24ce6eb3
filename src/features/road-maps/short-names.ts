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
    if (full.trim().length > 5 && !legalForms.includes(short)) found.set(stems(full).join(' '), short)
  }
  return found
}

/** The short name by which the text calls this full one; a name without one stays as it is. */
export function calledShort(name: string, shortNames: ShortNames): string {
  const words = stems(name)
  if (words.length < 2) return name
  const match = [...shortNames].find(([full]) => full === words.join(' ') || full.endsWith(` ${words.join(' ')}`))
  return match?.[1] ?? name
}

/** Words without their endings, so that «Управления образования» is «Управление образования». */
function stems(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 1)
    .map((word) => word.slice(0, Math.max(4, word.length - 3)))
}
