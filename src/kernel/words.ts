export const languages = ['ru', 'en'] as const
export type Language = (typeof languages)[number]

type Sentences = { readonly [key: string]: string }

/** `late_one`, `late_few`, `late_many` and `late_other` are one key, `late`, with a count. */
type KeyOf<S> = keyof S extends infer K
  ? K extends `${infer Stem}_${'one' | 'few' | 'many' | 'other'}`
    ? Stem
    : K
  : never

export type WordKey<S extends Sentences> = Extract<KeyOf<S>, string>

/** A feature's sentences. Russian is the source; English must have the same keys (plurals: its own forms). */
export type Words<S extends Sentences> = {
  namespace: string
  ru: S
  en: { readonly [K in WordKey<S> as K extends keyof S ? K : `${K}_one` | `${K}_other`]: string }
}

/** Sentences use `{{name}}` for values. Plurals: `_one`, `_few`, `_many` in Russian, `_one`, `_other` in English. */
export function defineWords<const S extends Sentences>(words: Words<S>): Words<S> {
  return words
}
