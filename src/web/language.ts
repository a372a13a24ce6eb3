import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import { type Language, languages } from '../kernel/words.ts'
import { keep, kept } from './storage.ts'

const KEY = 'opora.language'

/** The one store of sentences; `words-store.ts` fills it namespace by namespace as screens are opened. */
export const sentences = i18next.createInstance()

sentences.init({
  lng: startLanguage(),
  fallbackLng: 'ru',
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
})
markPage()

/** The language of the screen, and how to change it: kept on this computer, told to the server with every call. */
export function useLanguage(): [Language, (language: Language) => void] {
  return [useSyncExternalStore(subscribe, currentLanguage, currentLanguage), setLanguage]
}

export function currentLanguage(): Language {
  return sentences.language === 'en' ? 'en' : 'ru'
}

function setLanguage(language: Language): void {
  keep(KEY, language)
  sentences.changeLanguage(language)
  markPage()
}

function subscribe(listener: () => void): () => void {
  sentences.on('languageChanged', listener)
  return () => sentences.off('languageChanged', listener)
}

function startLanguage(): Language {
  return languages.find((one) => one === kept(KEY)) ?? 'ru'
}

function markPage(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = currentLanguage()
}
