import { useMemo } from 'react'
import type { Language, WordKey, Words } from '../kernel/words.ts'
import { currentLanguage, sentences, useLanguage } from './language.ts'

type Sentences = { readonly [key: string]: string }

/** Values of a sentence; `count` chooses the plural. */
export type Params = Record<string, string | number>

export type Translate<S extends Sentences> = (key: WordKey<S>, params?: Params) => string

/** The feature's sentences in the language of the screen: `const t = useWords(words)`, then `t('late', { count: 3 })`. */
export function useWords<S extends Sentences>(words: Words<S>): Translate<S> {
  const [language] = useLanguage()
  return useMemo(() => wordsIn(words, language), [words, language])
}

/** The same outside a component; ask anew each time, the language may have changed. */
export function wordsIn<S extends Sentences>(words: Words<S>, language: Language = currentLanguage()): Translate<S> {
  add(words)
  const translate = sentences.getFixedT(language, words.namespace)
  return (key, params) => translate(key, params ?? {})
}

function add<S extends Sentences>(words: Words<S>): void {
  if (sentences.hasResourceBundle('ru', words.namespace)) return
  sentences.addResourceBundle('ru', words.namespace, words.ru)
  sentences.addResourceBundle('en', words.namespace, words.en)
}
