import type { SearchValues } from '../../../web/search-params.ts'
import type { Found } from '../contract.ts'
import type { FoundKind } from '../found.ts'

/** A line of the palette: where it leads, and under which heading it stands. */
export type Choice = {
  key: string
  group: 'command' | 'recent' | FoundKind
  title: string
  note: string
  to: string
  search: SearchValues
}

export type Command = Pick<Choice, 'title' | 'to' | 'search'>

/** Where a thing that was found is worked with. */
export function choiceOf({ kind, id, title, note, programmeId }: Found): Choice {
  const choice = { key: `${kind}.${id}`, group: kind, title, note }
  if (kind === 'organisation') return { ...choice, to: '/road-map', search: { who: id } }
  if (kind === 'activity') {
    return { ...choice, to: '/road-map', search: { what: id, project: programmeId ?? undefined, whole: 'no' } }
  }
  if (kind === 'task') return { ...choice, to: '/tasks', search: { task: id } }
  return { ...choice, to: '/settings/people', search: { person: id } }
}

/** Commands whose name holds every word typed; without words, all of them. */
export function commandsWith(commands: readonly Command[], words: readonly string[]): Choice[] {
  return commands
    .filter(({ title }) => words.every((word) => title.toLowerCase().replaceAll('ё', 'е').includes(word)))
    .map((one) => ({ ...one, key: `command.${one.title}`, group: 'command' as const, note: '' }))
}
