export const numeral = '(?:\\d{1,2}(?:\\.\\d{1,3})*|[IVXІХ]{1,6})'
export const bareNumber = new RegExp(`^(?:п\\.\\s*)?${numeral}[.)]*$`)

const called =
  /^(?:п\.|№|заседание|занятие|встреча|пункт|шаг|неделя)\s*(?=[\dIVX])|(?<=\d)-?[ео]?е\s+(?:заседание|занятие)$/giu

/** «1.2.», «п. 3», «Заседание 1» give 1.2, 3 and 1; null where a cell is no number. */
export function numberFrom(text: string): string | null {
  const plain = text.replace(/\s+/g, ' ').trim().replace(called, '').replace(/\s+/g, '')
  if (!bareNumber.test(plain)) return null
  return plain
    .replace(/[.)]+$/, '')
    .replaceAll('І', 'I')
    .replaceAll('Х', 'X')
}

/** «А-1», «Б.2.1», «3а», «1-2»: a row's name in a column of numbers, as its author calls it. */
export function codeFrom(text: string): string | null {
  const plain = text.replace(/\s+/g, '')
  return /^(?:\p{Ll}(?=\))|\p{Lu}{1,3}[-–.]?\d{1,3}(?:[.-]\d{1,3})*|\d{1,2}(?:\.\d{1,3})*[-.]?\p{Ll}|\d{1,2}-\d{1,2})[.)]?$/u.test(
    plain,
  )
    ? plain.replace(/[.)]+$/, '')
    : null
}

/** A number that stands before the title in one cell: «1.2. Семинар». */
export function numberedTitleOf(text: string): { number: string; title: string } | null {
  const [, number, title] = /^(\d{1,2}(?:\.\d{1,3})*)[.)]\s*([\p{L}«"].*)$/su.exec(text) ?? []
  return number !== undefined && title !== undefined ? { number, title } : null
}
