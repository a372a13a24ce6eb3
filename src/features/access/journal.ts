import type { Language } from '../../kernel/words.ts'

/** The deeds of all features in words: what joins the features knows them. */
export type Deeds = {
  kinds: readonly string[]
  kindName(kind: string, language: Language): string
  actionsOf(kind: string): readonly string[]
  say(action: string, language: Language): string
  route(route: string, language: Language): string
}
