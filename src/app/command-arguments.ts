import { parseArgs } from 'node:util'
import { CannotStart } from '../server/cannot-start.ts'

type Kinds = Record<string, 'string' | 'boolean'>
type Values<K extends Kinds> = { [Name in keyof K]?: K[Name] extends 'string' ? string : boolean }

/** The options of a command and at most so many words after it; anything else is refused with what there is. */
export function parseCommand<const K extends Kinds>(
  args: string[],
  kinds: K,
  most: number,
): { values: Values<K>; positionals: string[] } {
  const options = Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, { type }]))
  const known = Object.keys(kinds).map((name) => `--${name}`)
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals.length > most) throw new Error('too many words')
    return { values: values as Values<K>, positionals } // parseArgs gives each option the type that it was declared with
  } catch (cause) {
    throw new CannotStart(`Не понимаю эти параметры. Есть: ${known.join(', ')}.`, { cause })
  }
}
