import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PHONE } from '../harness/browser.ts'
import { isFaultless } from '../harness/fit-to-show.ts'
import { linkOf, startJourney } from '../harness/journey-start.ts'
import { startProduct } from '../harness/product.ts'

const journey = startJourney(() => startProduct('--demo'))

test('the coordinator reads the year on the timeline and in the calendar, by keyboard', async () => {
  const page = await enter('municipal_coordinator')
  await page.getByRole('link', { name: 'Дорожная карта' }).first().click()
  await page.getByRole('grid', { name: /Дорожная карта/ }).waitFor()

  await page.getByRole('link', { name: 'Лента' }).click()
  const timeline = page.getByRole('grid', { name: /Лента/ })
  await timeline.waitFor()
  await isFaultless(page)
  await timeline.locator('[tabindex="0"]').focus()
  for (const key of ['ArrowDown', 'Home', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await expectFocus(page, /^1\.2 .*март 2026\. февраль–апрель 2026: /)
  await page.keyboard.press('Enter')
  const schools = page.getByRole('dialog')
  await schools.getByText(/организаций: /).waitFor()
  expect(page.url()).toContain('of=')
  await isFaultless(page)
  await schools.getByRole('button', { name: /Сосновская/ }).click()
  await page.getByRole('dialog').getByText('Срок по приказу').waitFor()
  await page.keyboard.press('Escape')
  await page
    .getByRole('dialog')
    .getByText(/организаций: /)
    .waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('Недели').click()
  await page.getByRole('columnheader', { name: 'неделя с 20 апреля 2026' }).waitFor()
  expect(page.url()).toContain('scale=weeks')
  await isFaultless(page)

  await page.getByRole('link', { name: 'Календарь' }).click()
  await page.getByRole('grid', { name: 'Календарь: апрель 2026' }).waitFor()
  await page.getByRole('grid').locator('[tabindex="0"]').focus()
  await expectFocus(page, /^22 апреля 2026, среда\. сегодня/)
  await page.keyboard.press('PageUp')
  await expectFocus(page, /^22 марта 2026, воскресенье\. выходной/)
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await expectFocus(page, /^31 марта 2026, вторник\. последний день — 1\.3 .*просрочено — 2/)
  expect(page.url()).toContain('month=2026-03')
  await page.keyboard.press('Enter')
  const day = page.getByRole('dialog')
  await day.getByRole('heading', { name: 'Последний день' }).waitFor()
  await isFaultless(page)
  await day.getByRole('button', { name: /^1\.3 / }).click()
  await page
    .getByRole('dialog')
    .getByText(/организаций: /)
    .waitFor()
  journey.isQuiet()
})

test('a school reads its own plan on a phone, by month and by day', async () => {
  const page = await enter('school_head', PHONE)
  await page.goto(`${journey.product().url}/road-map?view=timeline`)
  await page.getByRole('heading', { name: 'апрель 2026' }).waitFor()
  await isFaultless(page)
  await page.goto(`${journey.product().url}/road-map?view=calendar&month=2026-11`)
  await page.getByRole('heading', { name: '30 ноября 2026, понедельник' }).waitFor()
  await isFaultless(page)
  await page.getByRole('button', { name: 'Предыдущий месяц' }).click()
  await page.getByText('В этом месяце нет ни сроков, ни начал.').waitFor()
  expect(page.url()).toContain('month=2026-10')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  journey.isQuiet()
})

async function enter(role: string, device = {}): Promise<Page> {
  const page = await journey.enter(linkOf(journey.product(), role), device)
  await page.getByRole('heading', { name: 'Сегодня' }).waitFor()
  return page
}

async function expectFocus(page: Page, words: RegExp) {
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(words)
}
