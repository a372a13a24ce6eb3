import { comparableName, type OrganisationKind } from '../organisations/organisation.ts'
import { sideOf } from '../road-maps/executors.ts'
import { personIn } from '../road-maps/persons.ts'

/** An organisation whose name must not travel with a template. */
export type Named = { kind: OrganisationKind; shortName: string; fullName: string }

const groups = { authority: 'МОУО', school: 'ШНОР', institute: 'Региональный институт' } as const

/** Executors by what they are: «МОУО», «ШНОР», a position; names of people and organisations are left out. */
export function executorsWithoutNames(names: readonly string[], known: readonly Named[]): string[] {
  return [...new Set(names.flatMap((name) => withoutName(name, known) ?? []))]
}

function withoutName(name: string, known: readonly Named[]): string | null {
  const bare = withPersonsAs('', name)
  if (bare === '') return null
  const wanted = comparableName(bare)
  const found = known.find((one) => [one.shortName, one.fullName].some((its) => comparableName(its) === wanted))
  if (found) return groupOf(found.kind)
  if (!/[«»"“„№]/.test(bare)) return textWithoutNames(bare, known)
  const side = sideOf(bare)
  return side && groups[side]
}

function groupOf(kind: OrganisationKind): string | null {
  return kind === 'authority' || kind === 'school' || kind === 'institute' ? groups[kind] : null
}

const plainWords: Record<OrganisationKind, string> = {
  authority: '[управление]',
  school: '[школа]',
  institute: '[институт]',
  region: '[регион]',
}

/** A text in which organisations are called by what they are and people are not named. */
export function textWithoutNames(text: string, known: readonly Named[]): string {
  let bare = text
  for (const { pattern, word } of patternsOf(known)) bare = bare.replace(pattern, word)
  return withPersonsAs('[имя]', bare)
}

/** People by the same word; left out, they leave no comma behind. */
function withPersonsAs(word: '[имя]' | '', text: string): string {
  const found = personIn(text)
  if (!found) return text
  const rest = `${text.slice(0, found.at)}${word}${text.slice(found.at + found.name.length)}`
  return withPersonsAs(word, word === '' ? rest.replace(/\s{2,}/g, ' ').replace(/^[\s,–—-]+|[\s,–—-]+$/g, '') : rest)
}

/** Full names before short ones and before places, and in any case: «Заречной школы», «Заречного округа». */
function patternsOf(known: readonly Named[]): { pattern: RegExp; word: string }[] {
  const places = known.flatMap(({ fullName }) => [...fullName.matchAll(place)].map(([found]) => found))
  const named = known
    .flatMap(({ kind, shortName, fullName }) => [fullName, shortName].map((name) => ({ kind, name: name.trim() })))
    .filter(({ name }) => name.length >= SHORTEST)
    .sort((one, other) => other.name.length - one.name.length)
    .map(({ kind, name }) => ({ word: plainWords[kind], pattern: inAnyCase(name, ENDING) }))
  return [...named, ...[...new Set(places)].map((one) => ({ word: '[место]', pattern: inAnyCase(one, LONG_ENDING) }))]
}

/** «Заречного муниципального округа», «Заозёрской области»: whose plan it is, though no organisation is called so. */
const place =
  /\p{Lu}[\p{L}-]+(?:ого|его|ой|ей|ый|ий|ая|ое)\s+(?:муниципальн\p{L}+\s+|городск\p{L}+\s+)?(?:округ|район|област|кра)\p{L}*/gu

const SHORTEST = 4
const LONG_WORD = 5
const ENDING = 2
const LONG_ENDING = 3

function inAnyCase(name: string, ending: number): RegExp {
  const words = name.split(/\s+/).map((word) => {
    const isWord = /^\p{L}+$/u.test(word) && word.length >= LONG_WORD
    return isWord ? `${word.slice(0, -ending)}\\p{L}*` : word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`(?<![\\p{L}\\d])${words.join('\\s+')}(?![\\p{L}\\d])`, 'giu')
}
