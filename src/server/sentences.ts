import { createInstance } from 'i18next'
import type { Language } from '../kernel/words.ts'

type Table = { namespace: string; ru: Readonly<Record<string, string>>; en: Readonly<Record<string, string>> }

type Look = (key: string, values: Record<string, string | number>, language: Language) => string

/** Looks up a sentence in these tables: refusals of all features, letters. A key without one is shown as it is and fails a test. */
export function sentencesOf(tables: readonly Table[]): Look {
  const instance = createInstance({
    lng: 'ru',
    fallbackLng: 'ru',
    ns: ['refusals'],
    defaultNS: 'refusals',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { ru: { refusals: joined(tables, 'ru') }, en: { refusals: joined(tables, 'en') } },
  })
  // Resources are given above, so it is ready at once.
  void instance.init()
  return (code, params, language) => instance.t(code, { ...params, lng: language })
}

function joined(tables: readonly Table[], language: Language): Record<string, string> {
  return Object.assign({}, ...tables.map((table) => table[language]))
}
