import { type Params, sayIn } from '../kernel/sentence.ts'
import type { Language } from '../kernel/words.ts'

type Table = { namespace: string; ru: Readonly<Record<string, string>>; en: Readonly<Record<string, string>> }

type Look = (key: string, values: Params, language: Language) => string

/** Looks up a sentence in these tables: refusals of all features, letters. A key without one is shown as it is and fails a test. */
export function sentencesOf(tables: readonly Table[]): Look {
  const words = { ru: joined(tables, 'ru'), en: joined(tables, 'en') }
  return (key, values, language) => sayIn(language, words, key, values)
}

function joined(tables: readonly Table[], language: Language): Record<string, string> {
  return Object.assign({}, ...tables.map((table) => table[language]))
}
