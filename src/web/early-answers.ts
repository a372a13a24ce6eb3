import { currentLanguage } from './language.ts'

/** What came longer ago than this may have changed since. */
const FRESH_MS = 15_000

/**
 * The answer to this question that came in the page itself (`src/server/http/page-answers.ts`): once, while fresh, and
 * only in the language of the screen. Undefined where it must be asked.
 */
export function takeEarly(path: string): unknown {
  if (typeof document === 'undefined') return undefined
  const lines = [...document.querySelectorAll<HTMLScriptElement>('script[data-answer]')]
  const line = lines.find((one) => one.dataset['answer'] === path)
  line?.remove()
  if (!line || performance.now() > FRESH_MS || line.lang !== currentLanguage()) return undefined
  return JSON.parse(line.text)
}
