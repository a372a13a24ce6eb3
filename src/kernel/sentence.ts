import type { Language } from './words.ts'

/** Values of a sentence; `count` chooses the plural. */
export type Params = Readonly<Record<string, string | number>>

type Table = Readonly<Record<Language, Readonly<Record<string, string>>>>

const plurals: Record<Language, Intl.PluralRules> = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') }

/**
 * The sentence of this key with its `{{values}}`, put in as they are: never read as a sentence themselves.
 * Russian where the language has none; a key without any is shown as it is.
 */
export function sayIn(language: Language, words: Table, key: string, params: Params): string {
  const sentence = find(words, language, key, params) ?? find(words, 'ru', key, params) ?? key
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))
}

function find(words: Table, language: Language, key: string, { count }: Params): string | undefined {
  const plural = typeof count === 'number' ? `${key}_${plurals[language].select(count)}` : key
  return words[language][plural] ?? words[language][key]
}
