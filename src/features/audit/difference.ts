/** One field of a change: what it was and what it became; null where it was not there. */
export type FieldChange = { field: string; before: string | null; after: string | null }

const MOST_FIELDS = 20
const MOST_LETTERS = 300
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/

/** What a reader sees of two JSON texts: the fields that differ, without ids, paths and counters of ours. */
export function differenceOf(before: string | null, after: string | null): FieldChange[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])]
  return names
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => change.before !== change.after)
    .slice(0, MOST_FIELDS)
}

function fieldsOf(text: string | null): Map<string, string> {
  const value: unknown = text === null ? null : JSON.parse(text)
  if (typeof value !== 'object' || value === null) return new Map(value === null ? [] : [['value', say(value)]])
  if (Array.isArray(value)) return new Map([['count', String(value.length)]])
  return new Map(entriesOf(value).map(([name, one]) => [name, say(one)]))
}

/** What is said of a part stands beside the whole. */
function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([name, one]) => isForReaders(name, one))
    .flatMap(([name, one]) => (isPart(one) ? entriesOf(one) : [[name, one] satisfies [string, unknown]]))
}

function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isForReaders(name: string, value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false
  if (typeof value === 'string' && UUID.test(value)) return false
  return !/^(id|path|rowVersion|sha256|createdAt)$|Ids?$/.test(name)
}

function say(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, MOST_LETTERS)
  if (Array.isArray(value))
    return value.every((one) => typeof one !== 'object')
      ? value.join(', ').slice(0, MOST_LETTERS)
      : String(value.length)
  return JSON.stringify(value).slice(0, MOST_LETTERS)
}
