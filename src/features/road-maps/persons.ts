const surname = '\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?'
const initials = '\\p{Lu}\\.\\s?(?:\\p{Lu}\\.)?'
const fullName = `${surname}\\s+\\p{Lu}\\p{Ll}+\\s+\\p{Lu}\\p{Ll}+(?:ич|ича|ичу|ичем|вна|вну|вне|вны|вной|чна|чну|чне)(?!\\p{L})`
const person = `${fullName}|${surname}\\s+${initials}(?!\\p{Ll})|${initials}\\s?${surname}`

/** The first person whom a text names, with the initials on either side: «Иванова А.А.», «А.А. Иванова». */
export function personIn(text: string): { name: string; at: number } | null {
  const found = new RegExp(person, 'u').exec(text)
  return found ? { name: found[0].trim(), at: found.index } : null
}

/** «Тихонов П.Р. Мухина А.С.»: each person with the position that stands before the name; one piece where only one is named. */
export function besidePersons(text: string): string[] {
  const found = [...text.matchAll(new RegExp(person, 'gu'))]
  if (found.length < 2) return [text]
  const ends = found.map((one) => one.index + one[0].length)
  const pieces = found.map((_, index) =>
    text
      .slice(ends[index - 1] ?? 0, ends[index])
      .replace(/^\s*(?:[/–—-]|и(?=\s))\s*/u, '')
      .trim(),
  )
  const rest = text.slice(ends.at(-1)).trim()
  const areBeside = pieces.every((piece, index) => index === 0 || !/^[,;(]/.test(piece))
  if (!areBeside) return [text]
  return rest === '' || rest === '.' ? pieces : [...pieces.slice(0, -1), `${pieces.at(-1)} ${rest}`]
}

const oneRole =
  /^(?:и\s?\.\s?о\.?\s*|врио\s+|(?:глав|ведущ|старш|муниципальн|школьн)\p{L}+\s+)*(директор|заместител|зам|методист|специалист|начальник|заведующ|зав|руководител|учител|педагог|координатор|консультант|инспектор|эксперт|психолог|председател|секретар|завуч|куратор|глав)(\p{L}*)/iu
const many = /^(ы|и|ам|ям|ами|ями|ов|ей|ах|ях)$/u

/** A position of one person: «методист», «заместителю директора», but not «методисты» and not «директора школ». */
export function isPosition(text: string): boolean {
  const [, , ending = ''] = oneRole.exec(text) ?? []
  if (!oneRole.test(text) || many.test(ending)) return false
  if (/^(?:[Дд]иректора|[Уу]чителя)\s+\p{Lu}{2}/u.test(text)) return false
  return !/^(директора|учителя)\s+(школ|ОО|ОУ|СОШ|организаций|предметник|началь)(?!\p{L})/u.test(text)
}
