/** What was destroyed in one place: how many rows, or how many mentions in texts. */
export type Destroyed = { title: string; count: number }

/** Stands wherever the person's name stood. */
export const DESTROYED_NAME = 'Данные уничтожены'

/**
 * The ways in which papers write a name, as one pattern of PostgreSQL: «Заречная Ольга Петровна», «Заречная О. П.»,
 * «О. П. Заречная» and, where nobody else has that surname, the bare surname. Null where there is
 * no name, or one word only, which might be any.
 */
export function namePattern(name: string, surnameIsShared: boolean): string | null {
  const [surname, first, patronymic] = name.trim().split(/\s+/).map(escaped)
  if (!surname || !first) return null
  const word = `\\m${surname}\\M`
  const initials = `${first[0]}\\.\\s*${patronymic ? `(${patronymic[0]}\\.)?` : ''}`
  const after = `\\s+(${first}\\M${patronymic ? `(\\s+${patronymic}\\M)?` : ''}|${initials})`
  const before = `\\m${initials}\\s*`
  return surnameIsShared ? `(${before}${word}|${word}${after})` : `(${before})?${word}(${after})?`
}

/** A sign-in name or an address, standing by itself; null for one so short that it may be any word. */
export function handlePattern(handle: string): string | null {
  if (!/^[\p{L}\p{N}._@+-]{5,}$/u.test(handle)) return null
  return `(?<![\\w.@+-])${escaped(handle)}(?![\\w.@+-])`
}

/** The surname alone. */
export function surnamePattern(name: string): string | null {
  const [surname] = name.trim().split(/\s+/).map(escaped)
  return surname ? `\\m${surname}\\M` : null
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
