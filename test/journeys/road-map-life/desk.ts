import type { Page } from 'playwright-core'
import { startEmptyProduct } from '../../harness/clocked-product.ts'
import { isAccessible, pictures } from '../../harness/fit-to-show.ts'
import { startJourney } from '../../harness/journey-start.ts'

/** The morning after the order was signed, in the district's own time. */
const BEGINS = '2026-02-10T05:00:00Z'

export const SCHOOLS = ['Берёзовская', 'Ключевская', 'Луговская', 'Озёрная', 'СОШ № 3', 'Сосновская'] as const

export type Life = ReturnType<typeof startLife>

/** One installation through its year: the coordinator at her desk, her head, the director of one school. */
export function startLife() {
  const journey = startJourney(() => startEmptyProduct(BEGINS))
  return {
    ...journey,
    enter: (link: string, device = {}) => journey.enter(link, { timezoneId: 'Asia/Yekaterinburg', ...device }),
  }
}

/** A main screen of the way from its top: readable in both themes, and shown as pictures to whoever asks for them. */
export async function look(page: Page, name: string): Promise<void> {
  // A button that is half under the bar counts as too small.
  await page.evaluate(() => scrollTo(0, 0))
  await isAccessible(page)
  await pictures(page, name)
}

/** The primary action, and its confirmation in the window over the page. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('dialog').getByRole('button', { name }).click()
}

/** An entry of «Ещё» of the page. */
export async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Ещё', exact: true }).first().click()
  const entry = page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }))
  await entry.last().click()
}
