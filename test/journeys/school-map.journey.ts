import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, PHONE, takePictures, type Visit, visit } from '../harness/browser.ts'
import { type Product, startProduct } from '../harness/product.ts'

const WAIT_MS = 30_000

let product: Product
let browser: Browser
const visits: Visit[] = []

beforeAll(async () => {
  product = await startProduct('--demo')
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function enter(role: string, name: string, device = {}): Promise<Page> {
  const link = product.links.find((one) => one.role === role && one.name.startsWith(name))
  const entered = await visit(browser, link?.url ?? '', device)
  visits.push(entered)
  entered.page.setDefaultTimeout(WAIT_MS)
  await entered.page.getByRole('heading', { name: 'Сегодня' }).waitFor()
  return entered.page
}

test('a school mends what came back, the coordinator agrees, the director records her order', async ({
  onTestFailed,
}) => {
  onTestFailed(() => takePictures(visits))
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
  for (const one of visits) expect([one.complaints, one.strayRequests]).toEqual([[], []])
})

/** The primary action, and its confirmation in the window over the page. */
async function press(page: Page, name: string) {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('dialog').getByRole('button', { name }).click()
}
