import { useSyncExternalStore } from 'react'
import { type Language, languages } from '../kernel/words.ts'
import { keep, kept } from './storage.ts'

const KEY = 'opora.language'

let language = languages.find((one) => one === kept(KEY)) ?? 'ru'
const listeners = new Set<() => void>()
markPage()

/** The language of the screen, and how to change it: kept on this computer, told to the server with every call. */
export function useLanguage(): [Language, (language: Language) => void] {
  return [useSyncExternalStore(subscribe, currentLanguage, currentLanguage), setLanguage]
}

export function currentLanguage(): Language {
  return language
}

function setLanguage(chosen: Language): void {
  keep(KEY, chosen)
  language = chosen
  markPage()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function markPage(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language
}
