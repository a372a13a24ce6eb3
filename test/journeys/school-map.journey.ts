import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PHONE } from '../harness/browser.ts'
import { linkOf, startJourney } from '../harness/journey-start.ts'
import { startProduct } from '../harness/product.ts'

const journey = startJourney(() => startProduct('--demo'))

const POLL = { timeout: 10_000 }

async function enter(role: string, name: string, device = {}): Promise<Page> {
  const page = await journey.enter(linkOf(journey.product(), role, name), device)
  await page.getByRole('heading', { name: 'Сегодня' }).waitFor()
  return page
}

test('a school mends what came back, the coordinator agrees, the director records her order', async () => {
  const director = await enter('school_head', 'Лугова', PHONE)
  await director.getByRole('link', { name: 'Поправить' }).click()
  await director.getByText('Допишите показатель у консультаций').waitFor()
  const first = director.getByRole('article', { name: /^Ш\.1/ })
  await first.getByText('По чему увидим').waitFor()
  await first.getByText('Нет показателя').waitFor()
  await first.getByLabel('Показатель: Ш.1').fill('Не менее 70 % сдали повторный пробный экзамен')
  await first.getByText(/^Сохранено/).waitFor()
  await first.getByText('Нет показателя').waitFor({ state: 'detached' })
  await first.getByRole('button', { name: 'Учтено' }).click()
  await first.getByText(/учтено/).waitFor()
  await director.reload()
  await director.getByRole('article', { name: /^Ш\.1/ }).waitFor()
  expect(await director.getByLabel('Показатель: Ш.1').inputValue()).toContain('70 %')
  await press(director, 'Отправить на согласование')
  await director.getByText(/Карта на согласовании с/).waitFor()

  const coordinator = await enter('municipal_coordinator', 'Лебедева')
  await coordinator.getByText('Карты школ ждут согласования: 2').waitFor()
  await coordinator.getByRole('link', { name: 'Посмотреть' }).click()
  await coordinator.getByRole('button', { name: 'МБОУ «Луговская СОШ»' }).click()
  await coordinator.getByText('Не менее 70 % сдали').waitFor()
  await press(coordinator, 'Согласовать')
  await coordinator
    .getByText(/Карта согласована/)
    .first()
    .waitFor()

  await director.getByRole('button', { name: 'Внести приказ директора' }).click()
  const dialog = director.getByRole('dialog')
  await dialog.getByLabel('Номер приказа').fill('41-у')
  await dialog.getByRole('button', { name: 'Утвердить' }).click()
  await director.getByText('Утверждена приказом № 41-у').waitFor()
  journey.isQuiet()
})

const SLOW_MS = 1_500

test('two write in one row: other fields meet, of the same one both versions are shown, and the chosen one stays', async () => {
  const director = await enter('school_head', 'Лугова', PHONE)
  await director.goto(`${journey.product().url}/school-maps`)
  await beginCorrection(director)
  const coordinator = await enter('municipal_coordinator', 'Лебедева')
  await coordinator.goto(`${journey.product().url}/school-maps`)
  await coordinator.getByRole('button', { name: 'МБОУ «Луговская СОШ»' }).click()
  const hers = director.getByRole('article', { name: /^Ш\.1/ })
  const ours = coordinator.getByRole('article', { name: /^Ш\.1/ })
  await ours.getByLabel('Показатель: Ш.1').waitFor()

  await answersSlowly(director)
  const line = await slowLine(director)
  await hers.getByLabel('Показатель: Ш.1').fill('Не менее 75 % сдали пробный экзамен')
  await line.isBusy()
  await ours.getByLabel('Показатель: Ш.1').fill('Все сдали пробный экзамен')
  await ours.getByLabel('Кто в школе отвечает: Ш.1').fill('завуч')
  await expect.poll(() => keptDrafts(coordinator), POLL).toEqual([])
  line.letGo()
  const both = hers.getByRole('alert').filter({ hasText: 'изменил кто-то ещё' })
  await both.getByText('Не менее 75 % сдали пробный экзамен').waitFor()
  await both.getByText('Все сдали пробный экзамен').waitFor()
  await both.getByRole('button', { name: 'Оставить записанную' }).click()
  await expect.poll(() => hers.getByLabel('Показатель: Ш.1').inputValue(), POLL).toBe('Все сдали пробный экзамен')
  await hers.getByLabel('Показатель: Ш.1').blur()
  await both.waitFor({ state: 'detached' })
  expect(await hers.getByLabel('Кто в школе отвечает: Ш.1').inputValue()).toBe('завуч')
})

test('on a slow line she types on before her first words have come back, and quarrels with nobody', async () => {
  const director = await enter('school_head', 'Лугова', PHONE)
  await director.goto(`${journey.product().url}/school-maps`)
  const field = director.getByRole('article', { name: /^Ш\.1/ }).getByLabel('Ожидаемый результат: Ш.1')
  await field.waitFor()
  const line = await slowLine(director)
  await field.fill('Все девятиклассники')
  await line.isBusy()
  await field.fill('Все девятиклассники сдали экзамен')
  line.letGo()
  await field.blur()
  await expect.poll(() => keptDrafts(director), POLL).toEqual([])
  expect(await field.inputValue()).toBe('Все девятиклассники сдали экзамен')
  expect(await director.getByText('изменил кто-то ещё').count()).toBe(0)
})

test('whoever agrees to a correction sees the changed row with its words, and sends it back by one press', async () => {
  const director = await enter('school_head', 'Лугова')
  await director.goto(`${journey.product().url}/school-maps`)
  await director.getByLabel('Ожидаемый результат: Ш.1').waitFor()
  await press(director, 'Отправить на согласование')
  await director.getByText(/Карта на согласовании с/).waitFor()

  const coordinator = await enter('municipal_coordinator', 'Лебедева')
  await coordinator.goto(`${journey.product().url}/school-maps`)
  await coordinator.getByRole('button', { name: 'МБОУ «Луговская СОШ»' }).click()
  const row = coordinator.getByRole('article', { name: /^Ш\.1/ })
  await row.getByText('изменено в этой редакции').waitFor()
  await row.locator('ins').first().waitFor()
  expect(await coordinator.getByText('изменено в этой редакции').count()).toBe(1)
  await coordinator.getByRole('button', { name: 'Вернуть с замечаниями' }).click()
  const dialog = coordinator.getByRole('dialog')
  await dialog.getByLabel('Что поправить').fill('Назовите класс')
  await dialog.getByRole('button', { name: 'Вернуть с замечаниями' }).click()
  await dialog.waitFor({ state: 'detached' })
  await coordinator.getByText('Назовите класс').first().waitFor()
})

async function beginCorrection(page: Page) {
  await page.getByRole('button', { name: 'Исправить карту' }).click()
  await page.getByLabel('Почему меняем').fill('По итогам собеседования')
  await page.getByRole('button', { name: 'Начать исправление' }).click()
  await page.getByText('Выберите, на чём основано изменение.').waitFor()
  await page.getByLabel('На чём основано').selectOption({ label: 'собеседование' })
  await page.getByRole('button', { name: 'Начать исправление' }).click()
  await page.getByLabel('Показатель: Ш.1').waitFor()
  await page.getByText('ничего не изменено').waitFor()
  expect(await page.getByRole('button', { name: 'Отправить на согласование' }).isDisabled()).toBe(true)
}

/** What is written of rows waits until it is let go, as over a village's line. */
async function slowLine(page: Page) {
  const rows = '**/api/school-map-rows/**'
  let open = () => {}
  const isOpen = new Promise<void>((resolve) => {
    open = resolve
  })
  const busy = page.waitForRequest(rows)
  await page.route(rows, async (route) => {
    await isOpen
    await route.continue()
  })
  return { isBusy: () => busy, letGo: () => open() }
}

/** She presses the button before what she asked for anew is there, as over a village's line. */
async function answersSlowly(page: Page) {
  await page.route('**/api/programmes/*/school-maps/*', async (route) => {
    if (route.request().method() === 'GET') await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
    await route.continue()
  })
}

/** What was typed into a map and is not recorded yet. */
function keptDrafts(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('opora.draft.school-map.')))
}

/** The primary action, and its confirmation in the window over the page. */
async function press(page: Page, name: string) {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('dialog').getByRole('button', { name }).click()
}
