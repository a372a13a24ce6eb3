import { useMemo } from 'react'
import { type Params, sayIn } from '../kernel/sentence.ts'
import type { Language, WordKey, Words } from '../kernel/words.ts'
import { currentLanguage, useLanguage } from './language.ts'

type Sentences = { readonly [key: string]: string }

export type Translate<S extends Sentences> = (key: WordKey<S>, params?: Params) => string

/** The feature's sentences in the language of the screen: `const t = useWords(words)`, then `t('late', { count: 3 })`. */
export function useWords<S extends Sentences>(words: Words<S>): Translate<S> {
  const [language] = useLanguage()
  return useMemo(() => wordsIn(words, language), [words, language])
}

/** The same outside a component; ask anew each time, the language may have changed. */
export function wordsIn<S extends Sentences>(words: Words<S>, language: Language = currentLanguage()): Translate<S> {
  return (key, params) => sayIn(language, words, key, params ?? {})
}
