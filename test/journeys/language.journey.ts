import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { linkOf, startJourney } from '../harness/journey-start.ts'
import { startProduct } from '../harness/product.ts'

const journey = startJourney(() => startProduct('--demo'))
const LANGUAGE = '**/api/me/language'

/** The same person at a computer that has never seen her. */
const enter = () => journey.enter(linkOf(journey.product(), 'municipal_coordinator', 'Лебедева'))
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

async function choose(page: Page, from: RegExp, language: 'Русский' | 'English') {
  await page.getByRole('button', { name: from }).click()
  await page.getByRole('radio', { name: language }).check()
}

test('the page speaks English at once, and so does the next computer', async () => {
  const page = await enter()
  await heading(page, 'Сегодня')
  const told = page.waitForResponse(LANGUAGE)
  await choose(page, /Лебедева/, 'English')
  await heading(page, 'Today')
  expect((await told).status()).toBe(200)
  const other = await enter()
  await heading(other, 'Today')
  expect(await other.locator('html').getAttribute('lang')).toBe('en')
})

test('a choice that got lost on the way stays on this computer and is told with the next page', async () => {
  const page = await enter()
  await heading(page, 'Today')
  await page.route(LANGUAGE, (route) => route.abort())
  await choose(page, /Лебедева/, 'Русский')
  await heading(page, 'Сегодня')
  await page.unroute(LANGUAGE)
  const told = page.waitForResponse(LANGUAGE)
  await page.reload()
  await heading(page, 'Сегодня')
  expect((await told).status()).toBe(200)
  await heading(await enter(), 'Сегодня')
})
