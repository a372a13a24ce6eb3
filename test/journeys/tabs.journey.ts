import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { demoOrderDocx } from '../../src/features/road-maps/demo-order.ts'
import { openBrowser, takePictures, type Visit, visit } from '../harness/browser.ts'
import { type ClockedProduct, startClockedProduct } from '../harness/clocked-product.ts'
import { PASSWORD } from '../harness/first-start.ts'
import { type Wire, wireTo } from '../harness/wire.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WAIT_MS = 20_000
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

let product: ClockedProduct
let browser: Browser
let wire: Wire
let visits: Visit[] = []

beforeAll(async () => {
  product = await startClockedProduct()
  wire = await wireTo(Number(new URL(product.url).port))
  browser = await openBrowser()
}, 180_000)

beforeEach(async ({ onTestFailed }) => {
  await product.ask('delete from rate_window')
  for (const one of visits) await one.close()
  visits = []
  onTestFailed(() => takePictures(visits))
})

afterAll(async () => {
  await browser?.close()
  await wire?.close()
  await product?.stop()
})

test('two tabs at one card: the second sees both versions side by side, and keeps its words', async () => {
  const one = await enter('municipal_coordinator')
  const two = await secondTab(one)
  for (const tab of [one, two]) {
    await tab.goto(`${product.url}/settings/people`)
    await tab
      .getByRole('button', { name: /Громов/ })
      .or(tab.getByText('Громов Павел Андреевич'))
      .first()
      .click()
    await tab.getByRole('button', { name: 'Изменить', exact: true }).first().click()
  }
  await two.getByLabel('Должность').fill('куратор шести школ')
  await one.getByLabel('Должность').fill('куратор и наставник')
  await one.getByRole('button', { name: 'Сохранить' }).click()
  await one.getByLabel('Должность').waitFor({ state: 'detached' })

  await two.getByRole('button', { name: 'Сохранить' }).click()
  const both = two.getByRole('alert').filter({ hasText: 'Пока вы правили' })
  await both.getByText('куратор шести школ').waitFor()
  await both.getByText('куратор и наставник').waitFor()
  expect(await two.getByLabel('Должность').inputValue()).toBe('куратор шести школ')
  await both.getByRole('button', { name: 'Записать мою' }).click()
  await two.getByLabel('Должность').waitFor({ state: 'detached' })
  await one.reload()
  await one.getByText('куратор шести школ').first().waitFor()
})

test('two tabs at one row of an order: what is typed stays beside what the other has written', async () => {
  const one = await enter('municipal_coordinator')
  await one.goto(`${product.url}/imports`)
  await one
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'Приказ.docx', mimeType: DOCX, buffer: Buffer.from(demoOrderDocx()) })
  await one.getByText('Как понято').first().waitFor()
  const two = await secondTab(one)
  await two.goto(one.url())
  const open = async (tab: Page) => {
    await tab
      .getByRole('button', { name: /^Изменить: Результат/ })
      .first()
      .click()
    return tab.getByRole('textbox', { name: /^Результат/ })
  }
  const [mine, theirs] = [await open(one), await open(two)]
  await theirs.fill('Справка о диагностике')
  await mine.fill('Аналитическая записка')
  await one.getByRole('button', { name: 'Записать', exact: true }).click()
  await mine.waitFor({ state: 'detached' })

  await look(two)
  await two.getByText('Аналитическая записка').first().waitFor()
  expect(await theirs.inputValue()).toBe('Справка о диагностике')
  await two.getByRole('button', { name: 'Записать', exact: true }).click()
  await theirs.waitFor({ state: 'detached' })
  await two.getByText('Справка о диагностике').first().waitFor()
})

test('signed out in one tab, the other asks to sign in over what is typed, and sends it once', async () => {
  const one = await enter('municipal_coordinator')
  const two = await secondTab(one)
  const text = 'Сообщите, кто поедет на семинар'
  await fillTask(two, text)
  await one.getByRole('button', { name: /Лебедева/ }).click()
  await one.getByRole('button', { name: 'Выйти' }).click()
  await one.waitForURL(/sign-in/)
  await give(two).click()
  await signInOver(two)
  await two.getByRole('dialog', { name: 'Новое поручение' }).waitFor({ state: 'detached' })
  await isThereOnce(two, text)
})

test('somebody else signed in beside it: nothing goes out under the other name', async () => {
  const one = await enter('municipal_coordinator')
  const two = await secondTab(one)
  const text = 'Пришлите отчёт по форме'
  await fillTask(two, text)
  await one.goto(product.linkOf('curator'))
  await one.getByRole('heading', { name: 'Сегодня' }).waitFor()
  await give(two).click()
  await two.getByRole('dialog', { name: 'Войдите ещё раз' }).waitFor()
  expect(await two.getByLabel('Что сделать').inputValue()).toBe(text)
  expect(await product.ask('select text from task where text = $1', [text])).toEqual([])
  await signInOver(two)
  await two.getByRole('dialog', { name: 'Новое поручение' }).waitFor({ state: 'detached' })
  const [given] = await product.ask<{ name: string }>(
    `select p.name from audit_entry e join person p on p.id = e.person_id where e.action = 'task.given'
     order by e.at desc limit 1`,
  )
  expect(given?.name).toContain('Лебедева')
})

test('a computer that slept for a day shows what is new by itself, though nobody told it that the stream is dead', async () => {
  const sleeper = await enter('municipal_coordinator', { through: wire })
  await sleeper.goto(sleeper.url())
  await sleeper.getByRole('link', { name: 'Поручения' }).first().click()
  await sleeper.getByRole('heading', { name: 'Поручения' }).first().waitFor()
  await expect.poll(() => wire.streams(), { timeout: WAIT_MS }).toBeGreaterThan(0)
  wire.strandStreams()
  const other = await enter('municipal_coordinator')
  const text = 'Сверьте списки до утра'
  await fillTask(other, text)
  await give(other).click()
  await other.getByRole('button', { name: text }).first().waitFor()

  await sleep(sleeper, DAY)
  await sleeper.getByRole('button', { name: text }).first().waitFor()
})

test('a computer that slept until its session was over: the text stays, signing in sends it', async () => {
  const sleeper = await enter('municipal_coordinator')
  const text = 'Проверьте графики консультаций'
  await fillTask(sleeper, text)
  await product.ask('update session set ended_at = $1 where ended_at is null', [product.clock.now()])
  await sleep(sleeper, DAY)
  expect(await sleeper.getByLabel('Что сделать').inputValue()).toBe(text)
  await give(sleeper).click()
  await signInOver(sleeper)
  await sleeper.getByRole('dialog', { name: 'Новое поручение' }).waitFor({ state: 'detached' })
  await isThereOnce(sleeper, text)
})

test('a sleeping page that the browser let go: signing in leads back to the place, with the text', async () => {
  const sleeper = await enter('municipal_coordinator')
  const text = 'Отметьте участников вебинара'
  await fillTask(sleeper, text)
  const place = sleeper.url()
  await product.ask('update session set ended_at = $1 where ended_at is null', [product.clock.now()])
  await sleep(sleeper, DAY)
  await sleeper.reload()
  await sleeper.waitForURL(/sign-in/)
  await signIn(sleeper)
  await sleeper.waitForURL(place)
  expect(await sleeper.getByLabel('Что сделать').inputValue()).toBe(text)
})

test.each([
  ['an hour ahead', HOUR],
  ['an hour behind', -HOUR],
  ['a month ahead', 31 * DAY],
  ['a month behind', -31 * DAY],
])('the clock of the server jumps %s under a form: the text stays, and is sent', async (which, away) => {
  const { page } = await enterAs('municipal_coordinator', product.url)
  const text = `Поручение при часах ${which}`
  await fillTask(page, text)
  const right = product.clock.now().getTime()
  product.clock.moveTo(new Date(right + away))
  try {
    await page.reload()
    if (away > 30 * DAY) await signIn(page)
    await expect.poll(() => page.getByLabel('Что сделать').inputValue(), { timeout: WAIT_MS }).toBe(text)
    await give(page).click()
    await page.getByRole('dialog', { name: 'Новое поручение' }).waitFor({ state: 'detached' })
  } finally {
    product.clock.moveTo(new Date(right))
  }
  await page.reload()
  await isThereOnce(page, text)
})

async function enterAs(role: string, at: string): Promise<Visit> {
  const entered = await visit(browser, product.linkOf(role).replace(product.url, at))
  visits.push(entered)
  entered.page.setDefaultTimeout(WAIT_MS)
  await entered.page.getByRole('heading', { name: 'Сегодня', level: 1 }).waitFor()
  return entered
}

/** A browser of her own, whose timers sleep when a test says so. */
async function enter(role: string, { through }: { through?: Wire } = {}): Promise<Page> {
  const at = through ? `http://127.0.0.1:${through.port}` : product.url
  const { page } = await enterAs(role, at)
  await page.clock.install()
  await page.goto(at)
  await page.getByRole('heading', { name: 'Сегодня', level: 1 }).waitFor()
  return page
}

async function secondTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage()
  tab.setDefaultTimeout(WAIT_MS)
  await tab.goto(product.url)
  return tab
}

/** The lid was closed, and is opened so much later. */
async function sleep(page: Page, milliseconds: number) {
  await page.clock.fastForward(milliseconds)
}

/** The tab is turned to again, some time after it was left. */
async function look(tab: Page) {
  await new Promise((later) => setTimeout(later, 5_500))
  await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

async function signIn(page: Page) {
  await page.getByLabel('Имя для входа').fill('лебедева')
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти' }).click()
}

async function signInOver(page: Page) {
  const window = page.getByRole('dialog', { name: 'Войдите ещё раз' })
  await window.waitFor()
  await signIn(page)
  await window.waitFor({ state: 'detached' })
}

async function fillTask(page: Page, text: string) {
  await page.getByRole('link', { name: 'Поручения' }).first().click()
  await page.getByRole('button', { name: 'Дать поручение' }).first().click()
  await page.getByLabel('Что сделать').fill(text)
  await page.getByRole('textbox', { name: 'Срок' }).fill('24.12.2026')
  await page.getByRole('button', { name: 'Всем школам' }).click()
}

async function isThereOnce(page: Page, text: string) {
  await page.getByRole('button', { name: text }).first().waitFor()
  expect(await page.getByRole('button', { name: text }).count()).toBe(1)
}

function give(page: Page) {
  return page.getByRole('dialog', { name: 'Новое поручение' }).getByRole('button', { name: 'Дать поручение' })
}
