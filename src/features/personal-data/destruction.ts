/** What was destroyed in one place: how many rows, or how many mentions in texts. */
export type Destroyed = { title: string; count: number }

/** Stands wherever the person's name stood. */
export const DESTROYED_NAME = 'Данные уничтожены'

/**
 * The ways in which papers write a name, as one pattern of PostgreSQL: «Заречная Ольга Петровна», «Заречная О. П.»,
 * «О. П. Заречная» and, where nobody else has that surname, the bare surname. Null where there is no name.
 */
export function namePattern(name: string, surnameIsShared: boolean): string | null {
  const [surname, first, patronymic] = name.trim().split(/\s+/).map(escaped)
  if (!surname) return null
  const word = `\\m${surname}\\M`
  if (!first) return surnameIsShared ? null : word
  const initials = `${first[0]}\\.\\s*${patronymic ? `(${patronymic[0]}\\.)?` : ''}`
  const after = `\\s+(${first}\\M${patronymic ? `(\\s+${patronymic}\\M)?` : ''}|${initials})`
  const before = `\\m${initials}\\s*`
  return surnameIsShared ? `(${before}${word}|${word}${after})` : `(${before})?${word}(${after})?`
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
