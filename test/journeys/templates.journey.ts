import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PHONE } from '../harness/browser.ts'
import { isFaultless } from '../harness/fit-to-show.ts'
import { linkOf, startJourney } from '../harness/journey-start.ts'
import { startProduct } from '../harness/product.ts'

const journey = startJourney(() => startProduct('--demo'))

async function enter(role: string, name: string, device = {}): Promise<Page> {
  const page = await journey.enter(linkOf(journey.product(), role, name), device)
  await page.getByRole('heading', { name: 'Сегодня' }).waitFor()
  return page
}

test('a road map becomes a template, a date is moved out of the holidays, and it begins anew', async () => {
  const page = await enter('municipal_coordinator', 'Лебедева')
  await page.goto(`${journey.product().url}/settings/calendar`)
  await page.getByRole('button', { name: 'Взять все' }).click()
  await page.getByRole('button', { name: 'Изменить: Осенние каникулы' }).waitFor()

  await page.getByRole('link', { name: 'Дорожная карта' }).first().click()
  await page.getByRole('button', { name: 'Ещё' }).click()
  await page
    .getByRole('link', { name: 'План' })
    .or(page.getByRole('button', { name: 'План' }))
    .first()
    .click()
  await page.waitForURL(/\/plan$/)
  await page.getByRole('heading', { level: 1, name: /2026/ }).waitFor()
  await page.getByRole('button', { name: 'Ещё' }).click()
  await page.getByRole('button', { name: 'Сохранить как шаблон' }).click()
  await page.getByRole('heading', { level: 1, name: 'Сохранить как шаблон' }).waitFor()
  await isFaultless(page)
  const name = 'Сопровождение школ нашего округа'
  await page.getByLabel('Название шаблона').fill(name)
  await page.getByRole('button', { name: 'Сохранить как шаблон' }).click()

  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByLabel('Год проекта').fill('2026')
  const spring = page.getByRole('listitem').filter({ hasText: 'Весенние каникулы, 28.03.2026–05.04.2026' }).first()
  await spring.waitFor()
  await isFaultless(page)
  await spring
    .getByRole('button', { name: /^На 27\.03\.2026, раньше: / })
    .first()
    .click()
  await page.getByText('Сдвинут 1 срок.').waitFor()
  await page.getByText('сдвинуто, было до 31.03.2026').first().waitFor()
  await page.getByRole('button', { name: 'Начать дорожную карту' }).click()
  await page.waitForURL(/\/imports\//)
  await page
    .getByText(/27 марта 2026/)
    .first()
    .waitFor()

  await page.goto(`${journey.product().url}/templates`)
  await page.getByRole('button', { name: `Убрать: ${name}` }).waitFor()
  await isFaultless(page)
})

test('a school takes measures of a risk factor into its own map', async () => {
  const page = await enter('school_head', 'Лугова', PHONE)
  await page.goto(`${journey.product().url}/school-maps`)
  const open = page.getByRole('button', { name: 'Добавить меры по фактору риска' })
  await open.waitFor()
  const before = await page.getByRole('article').count()
  await open.click()
  const panel = page.getByRole('dialog')
  await panel.getByLabel('Фактор риска или шаблон').selectOption({ label: 'Низкий уровень вовлечённости родителей' })
  await panel.getByText('Осенние каникулы').or(panel.getByText('выходной')).first().waitFor()
  await isFaultless(page)
  await panel.getByRole('checkbox', { name: 'Взять: Дни открытых уроков' }).uncheck()
  await panel.getByRole('button', { name: 'Добавить 2 строки' }).click()
  await panel.waitFor({ state: 'detached' })
  await expect.poll(() => page.getByRole('article').count()).toBe(before + 2)
  const written = await page
    .getByRole('article')
    .getByRole('textbox')
    .evaluateAll((fields) => fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : '')))
  expect(written).toContain('Родительские встречи-мастерские вместо отчётных собраний')
  journey.isQuiet()
})
