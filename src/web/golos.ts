import { keep, kept } from './storage.ts'

/** Golos comes in a file for Russian letters and one for Latin letters and digits. */
const PARTS = ['Ж', 'x1']
const NORMAL = '1em "Golos Text Variable"'
const CAME = 'opora.golos'

/**
 * Puts Golos on the whole page once both its files are there, over a weak link after the first paint: a text of two
 * fonts would be wrapped anew at each of them. Where they came on an earlier visit, they are put on at once.
 */
export async function wearGolos(): Promise<void> {
  if (kept(CAME) || !('fonts' in document)) return wear()
  const parts = await Promise.allSettled(PARTS.map((letters) => document.fonts.load(NORMAL, letters)))
  wear()
  if (parts.every(({ status }) => status === 'fulfilled')) keep(CAME, 'yes')
}

function wear(): void {
  document.documentElement.classList.add('golos')
}
