import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoOrderDocx } from '../../src/features/road-maps/demo-order.ts'
import { openBrowser, PHONE, takePictures, type Visit, visit } from '../harness/browser.ts'
import { type Product, startProduct } from '../harness/product.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const PASSWORD = 'сосна берёза рябина клён'
const WINDOW_MS = 20_000

let product: Product
let browser: Browser
const visits: Visit[] = []

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('an order becomes a living road map: the coordinator alone, then a school, then the head', async ({
  onTestFailed,
}) => {
  onTestFailed(() => takePictures(visits))
  const coordinator = await enter(product.links[0]?.url ?? '')
  await setUp(coordinator)
  await importOrder(coordinator)
  await chooseVariants(coordinator)
  await confirmAndSend(coordinator)
  await recordForSchool(coordinator)

  const schoolLink = await inviteSchools(coordinator)
  const headLink = await inviteHead(coordinator)

  const school = await enter(schoolLink, PHONE)
  await acceptInvitation(school, 'direktor@example.test', 'Берёзкина Марина Юрьевна')
  await handInFromPhone(school)
  await acceptWork(coordinator)

  const head = await enter(headLink)
  await acceptInvitation(head, 'nachalnik@example.test')
  await takeOffControl(head)

  for (const one of visits) expect(one.strayRequests).toEqual([])
  for (const one of visits) expect(one.complaints).toEqual([])
})

async function enter(link: string, device: Parameters<typeof visit>[2] = {}): Promise<Page> {
  const entered = await visit(browser, link, device)
  entered.page.setDefaultTimeout(WINDOW_MS)
  visits.push(entered)
  return entered.page
}

async function setUp(page: Page) {
  await page.getByLabel('Фамилия, имя, отчество').fill('Лебедева Ольга Николаевна')
  await page.getByLabel('Должность').fill('методист')
  await page.getByLabel('Название управления образования').fill('Управление образования Заречного округа')
  await page.getByLabel('Имя для входа').fill('lebedeva@example.test')
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await isAccessible(page)
  await page.getByRole('button', { name: 'Начать работу' }).click()
  await page.getByText('Начните с приказа').waitFor()
  await isAccessible(page)
}

async function importOrder(page: Page) {
  await page.getByRole('link', { name: 'Перетащить приказ' }).click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'Приказ № 47.docx', mimeType: DOCX, buffer: Buffer.from(demoOrderDocx()) })
  await page.getByText('Как понято').first().waitFor()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Оставить как есть' }).first().click()
  await page.getByText('решено 1 из', { exact: false }).waitFor()
  await page.reload()
  await page.getByText('решено 1 из', { exact: false }).waitFor()
}

async function chooseVariants(page: Page) {
  await page.getByRole('button', { name: 'Участники' }).first().click()
  const choices = page.getByRole('combobox', { name: /^Вариант сопровождения:/ })
  await choices.first().waitFor()
  expect(await choices.count()).toBe(6)
  for (const place of [0, 1, 2]) {
    const saved = page.waitForResponse((answer) => answer.url().includes('/participants/') && answer.ok())
    await choices.nth(place).selectOption(place === 2 ? 'persistent-or-signs' : 'first-or-repeated')
    await saved
  }
  await isAccessible(page)
  await page.getByRole('button', { name: 'Кто что делает' }).first().click()
  await page.getByRole('region', { name: 'Кто что делает' }).waitFor()
  await isAccessible(page)
}

async function confirmAndSend(page: Page) {
  await page.getByRole('navigation', { name: 'Шаги' }).getByRole('button', { name: 'Подтверждение' }).click()
  await page.getByRole('button', { name: 'Подтвердить понимание' }).click()
  await page.getByRole('heading', { name: 'Направить школам', level: 1 }).waitFor()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Направить школам' }).click()
  const question = page.getByRole('dialog')
  await question.getByText('Это увидят 6 школ').waitFor()
  await isAccessible(page)
  await question.getByRole('button', { name: 'Направить школам' }).click()
  await page.getByText('План направлен всем школам').waitFor()
}

/** One desk is enough: what the school wrote in a letter is accepted at once. */
async function recordForSchool(page: Page) {
  await page.getByRole('link', { name: 'Дорожная карта' }).first().click()
  await page.getByRole('grid').waitFor()
  await isAccessible(page)
  await cellOf(page, 'Ключевская', '1.4').click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Добавить подтверждение' }).click()
  await panel.getByLabel('Когда прошло').fill('19.02.2026')
  await panel.getByLabel('Кто участвовал').fill('директор, завуч')
  await panel.getByLabel('Письмо или приглашение').fill('№ 118 от 16.02.2026')
  await panel.getByRole('button', { name: 'Это же подтверждает…' }).click()
  const others = panel.getByRole('group', { name: 'Это же подтверждает' })
  await others.getByRole('checkbox', { name: /^1\.5 / }).check()
  await isAccessible(page)
  await panel.getByRole('button', { name: 'Внести' }).click()
  await panel.getByText('внесено за школу: письмом').waitFor()
  await panel.getByText('Подтверждает также').waitFor()
  await panel.getByRole('link', { name: /^1\.5 / }).waitFor()
  await panel.getByText('принято').first().waitFor()
  await page.keyboard.press('Escape')
}

async function inviteSchools(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Настройки' }).click()
  await page.getByRole('link', { name: 'Ссылки для школ' }).click()
  await page.getByRole('button', { name: /^Сделать ссылки/ }).click()
  const slip = page.locator('li, article, section').filter({ hasText: 'Берёзовская' }).last()
  await slip.waitFor()
  await isAccessible(page)
  return linkIn(await slip.innerText())
}

async function inviteHead(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Люди' }).click()
  await page.getByRole('button', { name: 'Добавить человека' }).click()
  await page.getByLabel('Фамилия, имя, отчество').fill('Рябинина Вера Сергеевна')
  await page.getByLabel('Роль').selectOption('authority_head')
  await page.getByRole('button', { name: 'Добавить', exact: true }).click()
  await page.getByRole('button', { name: 'Новая ссылка' }).click()
  await page.getByRole('dialog', { name: 'Новая ссылка' }).getByRole('button', { name: 'Новая ссылка' }).click()
  await page.getByText('Действует один раз').waitFor()
  await isAccessible(page)
  return linkIn(await page.getByRole('textbox', { name: /^Скопируйте/ }).inputValue())
}

async function acceptInvitation(page: Page, login: string, name?: string) {
  await page.getByRole('heading', { name: 'Приглашение в Опору' }).waitFor()
  if (name) await page.getByLabel('Фамилия, имя, отчество').fill(name)
  await page.getByLabel('Имя для входа').fill(login)
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await isAccessible(page)
  await page.getByRole('button', { name: 'Войти в Опору' }).click()
  await page.getByRole('heading', { name: 'Сегодня' }).waitFor()
}

async function handInFromPhone(page: Page) {
  await isAccessible(page)
  await page.getByRole('link', { name: 'Карта' }).click()
  await page.getByRole('heading', { name: 'План школы' }).waitFor()
  await page.getByText('1.4 Участие в областном совещании').first().click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Добавить подтверждение' }).click()
  await panel.getByLabel('Когда прошло').fill('19.02.2026')
  await panel.getByLabel('Кто участвовал').fill('директор, два учителя')
  await isAccessible(page)
  await panel.getByRole('button', { name: 'Внести' }).click()
  await panel.getByRole('button', { name: 'Сдать' }).click()
  await panel.getByText('ждёт приёмки').first().waitFor()
  expect(await page.content()).not.toContain('Ключевская')
}

async function acceptWork(page: Page) {
  await page.goto(product.url)
  await page.getByRole('link', { name: 'Принять или вернуть' }).first().click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Принять', exact: true }).click()
  await panel.getByText('принято').first().waitFor()
}

async function takeOffControl(page: Page) {
  await isAccessible(page)
  await page.getByRole('link', { name: 'Дорожная карта' }).first().click()
  await cellOf(page, 'Ключевская', '1.4').click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Снять с контроля' }).click()
  const confirm = page.getByRole('button', { name: 'Снять с контроля' }).last()
  if (await confirm.isEnabled()) await confirm.click()
  await panel.getByText('снято с контроля').first().waitFor()
}

function cellOf(page: Page, school: string, activity: string) {
  return page.getByRole('gridcell', { name: new RegExp(`${school}.*${activity.replace('.', '\\.')} `) })
}

function linkIn(text: string): string {
  const link = /https?:\/\/\S+\/link#[\w-]+/.exec(text)?.[0]
  if (!link) throw new Error(`no link in: ${text}`)
  return link
}

/** Light and dark alike: whoever reads by ear or by high contrast gets the same screen. */
async function isAccessible(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze()
    const faults = violations.map(
      ({ id, nodes }) => `${colorScheme} ${page.url()} ${id}: ${nodes[0]?.html.slice(0, 200)}`,
    )
    expect(faults).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
