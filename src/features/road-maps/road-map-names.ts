/** The project's name: the road map's title without «дорожная карта» and without its year, which may be mistyped. */
export function programmeTitleOf(title: string): string {
  const name = title
    .replace(/\s+/g, ' ')
    .replace(/^\s*(утвердить\s+)?(план\s*\(?)?дорожн\p{L}+ карт\p{L}+\)?\s*/iu, '')
    .replace(
      /\s*(?:в|на)\s+(?:\d{4}\s*[–—/-]\s*)?\d{4}\s*(?:уч\p{L}*\.?\s*)?(?:год\p{L}*|г\.?г?\.?)(?=\s|[.,]|$)/giu,
      '',
    )
    .replace(/\s*(?:\d{4}\s*[–—/-]\s*)?\d{4}\s*(?:уч\p{L}*\.?\s*)?(?:год\p{L}*|г\.?)(?=\s|[.,]|$)/giu, '')
    .replace(/^(?:по\s+)?реализации\s+проекта\s+/iu, '')
    .replace(/^по\s+сопровождению(?=\s)/iu, 'Сопровождение')
    .replace(/[\s.,]+$/u, '')
    .trim()
  return name === '' ? title.trim() : capital(name)
}

/** A heading in capitals as a name is written: «Управление образования администрации Заозёрского района». */
export function plainName(heading: string): string {
  const text = heading.replace(/\s+/g, ' ').trim()
  if (text !== text.toUpperCase()) return text
  const words = text
    .toLowerCase()
    .split(' ')
    .map((word) => (isOfPlace(word) ? capital(word) : word))
  return capital(words.join(' '))
}

/** «Заозёрского», «Челябинской», but not «городского» or «педагогической». */
const OF_PLACE = /[сц]к(?:ого|ой|ий|ая|ое|ом)$/u
const COMMON =
  /^(?:городск|сельск|районн|детск|методическ|педагогическ|политехническ|поселков|российск(?:ая|ой)$|юридическ|физическ|техническ|краевск)/u

function isOfPlace(word: string): boolean {
  return OF_PLACE.test(word) && (word.startsWith('российск') || !COMMON.test(word))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
