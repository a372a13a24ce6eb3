import { useSyncExternalStore } from 'react'
import { type Language, languages } from '../kernel/words.ts'
import { forget, keep, kept } from './storage.ts'

const KEY = 'opora.language'
/** Stands while the person's own language is known to be the one of this computer. */
const TOLD = 'opora.language.told'

let language = known() ?? 'ru'
let isTold = known() === null || kept(TOLD) !== null
const listeners = new Set<() => void>()
markPage()

/** The language of the screen, and how to change it: at once, on this computer, and told to the server with every call. */
export function useLanguage(): [Language, (language: Language) => void] {
  return [useSyncExternalStore(subscribe, currentLanguage, currentLanguage), chooseLanguage]
}

export function currentLanguage(): Language {
  return language
}

/** What was chosen on this computer and not yet kept with whoever is signed in; null where nothing was. */
export function untoldLanguage(): Language | null {
  return isTold ? null : language
}

/** The language is kept with the person now. Another one that was chosen meanwhile stays untold. */
export function noteTold(told: Language): void {
  if (told !== language) return
  isTold = true
  keep(TOLD, 'yes')
}

/** The person's own language comes to this computer. */
export function followLanguage(own: Language): void {
  setLanguage(own)
  noteTold(own)
}

function chooseLanguage(chosen: Language): void {
  isTold = false
  forget(TOLD)
  setLanguage(chosen)
}

function setLanguage(next: Language): void {
  keep(KEY, next)
  if (next === language) return
  language = next
  markPage()
  for (const listener of listeners) listener()
}

function known(): Language | null {
  const text = kept(KEY)
  return languages.find((one) => one === text) ?? null
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function markPage(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language
}
