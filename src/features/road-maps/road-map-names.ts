import { withCapital } from '../../kernel/with-capital.ts'

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
    .replace(/[\s.,]+$/u, '')
    .trim()
  return name === '' ? title.trim() : withCapital(named(name))
}

/** What such maps are about, in the cases in which their titles say it. */
const subjects: readonly [RegExp, string][] = [
  [/^(?:по\s+сопровождению|сопровождения)(?=\s)/iu, 'Сопровождение'],
  [/^(?:по\s+поддержке|поддержки)(?=\s)/iu, 'Поддержка'],
  [/^(?:по\s+повышению|повышения)(?=\s)/iu, 'Повышение'],
  [/^(?:по\s+переводу|перевода)(?=\s)/iu, 'Перевод'],
  [/^(?:по\s+улучшению|улучшения)(?=\s)/iu, 'Улучшение'],
]

function named(name: string): string {
  const found = subjects.find(([form]) => form.test(name))
  return found ? name.replace(...found) : name
}

/** A heading in capitals as a name is written: «Управление образования администрации Заозёрского района». */
export function plainName(heading: string): string {
  const text = heading.replace(/\s+/g, ' ').trim()
  if (text !== text.toUpperCase()) return text
  const words = text
    .toLowerCase()
    .split(' ')
    .map((word, index, all) => (isOfPlace(word, all[index + 1] ?? '') ? withCapital(word) : word))
  return withCapital(words.join(' '))
}

/** «Заозёрского», «Челябинской», but not «городского» or «педагогической»; any adjective before «района», «округа». */
const OF_PLACE = /[сц]к(?:ого|ой|ий|ая|ое|ом)$/u
const ADJECTIVE = /(?:ого|его|ой|ей)$/u
const TERRITORY = /^(?:муниципальн|городск|район|округ|област|кра[яйею]|поселени)/u
const COMMON =
  /^(?:муниципальн|областн|городск|сельск|районн|детск|методическ|педагогическ|политехническ|поселков|юридическ|физическ|техническ|краев)/u

function isOfPlace(word: string, next: string): boolean {
  if (COMMON.test(word)) return false
  return OF_PLACE.test(word) || (ADJECTIVE.test(word) && TERRITORY.test(next))
}
