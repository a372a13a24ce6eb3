/** Golos comes in a file for Russian letters and one for Latin letters and digits. */
const PARTS = ['Ж', 'x1']
const NORMAL = '1em "Golos Text Variable"'

/**
 * Puts Golos on the whole page once both its files are there, over a weak link after the first paint. A text of two
 * fonts would be wrapped anew at each of them.
 */
export async function wearGolos(): Promise<void> {
  if (!('fonts' in document)) return wear()
  await Promise.allSettled(PARTS.map((letters) => document.fonts.load(NORMAL, letters)))
  wear()
}

function wear(): void {
  document.documentElement.classList.add('golos')
}
