import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, PHONE, takePictures, type Visit, visit } from '../harness/browser.ts'
import { type Product, startProduct } from '../harness/product.ts'
import { xlsxFile, xrow } from '../harness/sheet-files.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const WAIT_MS = 20_000
const PERSON = 'Новосёлова Анна Петровна'

let product: Product
let browser: Browser
let administrator: Visit
const visits: Visit[] = []

beforeAll(async () => {
  product = await startProduct('--demo')
  browser = await openBrowser()
  administrator = await enter('municipal_coordinator')
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('a table of organisations and people is looked through, mended and applied whole', async ({ onTestFailed }) => {
  onTestFailed(() => takePictures(visits))
  const { page } = administrator
  await drop(page, tableWith('дворец'))
  const wrong = page.getByRole('row').filter({ hasText: 'исправить' })
  await wrong.filter({ hasText: 'Новая СОШ' }).waitFor()
  expect(await page.getByRole('button', { name: 'Применить', exact: true }).isDisabled()).toBe(true)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Скачать, что исправить' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
  await picture(page, 'registry-wrong')
  await page.getByRole('button', { name: 'Закрыть без изменений' }).click()
  await page.waitForURL(/\/settings\/registry$/)

  await drop(page, tableWith('школа'))
  await page
    .getByRole('row')
    .filter({ hasText: PERSON.split(' ')[0] ?? '' })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Применить', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Применить', exact: true }).click()
  await page.getByText('Таблица применена').waitFor()

  await openCard(page, PERSON)
  await page.getByRole('dialog').getByText('novoselova@example.test').waitFor()
  await picture(page, 'person')
  await page.goto(`${product.url}/settings/organisations`)
  await page.getByText('МБОУ «Новая СОШ»').first().waitFor()
})

test('an administrator looks through the eyes of another, changes nothing, and comes back', async ({
  onTestFailed,
}) => {
  onTestFailed(() => takePictures(visits))
  const { page } = administrator
  await openCard(page, 'Громов Павел Андреевич')
  await page.getByRole('button', { name: 'Посмотреть глазами этого человека' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Посмотреть', exact: true }).click()
  const band = page.getByRole('region', { name: 'Просмотр глазами другого человека' })
  await band.getByText('Громов Павел Андреевич').waitFor()
  await picture(page, 'view-as')
  await page.getByRole('link', { name: 'Дорожная карта' }).first().click()
  await page
    .getByRole('gridcell', { name: /ждёт приёмки/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Принять', exact: true }).click()
  await page.getByText('Вы смотрите глазами другого человека, и менять ничего нельзя').waitFor()
  await page.keyboard.press('Escape')
  await band.getByRole('button', { name: 'Вернуться' }).click()
  await page.waitForURL(/\/settings\/people/)
  await band.waitFor({ state: 'detached' })
})

test('a person is destroyed by an act, which is downloaded first', async ({ onTestFailed }) => {
  onTestFailed(() => takePictures(visits))
  const { page } = administrator
  await openCard(page, PERSON)
  await page.getByRole('link', { name: 'Персональные данные: выгрузить, уничтожить' }).click()
  await page.getByLabel('Номер акта').fill('7')
  await page.getByLabel('Причина').fill('трудовой договор прекращён 01.02.2026')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Скачать акт на подпись' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.docx$/)
  await picture(page, 'destruction')
  await page.getByRole('button', { name: 'Уничтожить' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Уничтожить' }).click()
  await page.getByText('Акт № 7 от').first().waitFor()
  await page.getByRole('table').first().waitFor()
  // A job destroys it, and the page looks every two seconds.
  await expect.poll(() => page.content(), { timeout: 20_000 }).not.toContain(PERSON)
  await picture(page, 'destroyed')
})

test('the journal fits an office screen, in words', async ({ onTestFailed }) => {
  onTestFailed(() => takePictures(visits))
  const { page } = administrator
  await page.goto(`${product.url}/settings/journal`)
  const table = page.getByRole('table')
  await table.waitFor()
  const wide = await table.evaluate((one) => one.scrollWidth - (one.parentElement?.clientWidth ?? 0))
  expect(wide).toBeLessThanOrEqual(0)
  const changes = await table.locator('li').allInnerTexts()
  expect(changes.filter((change) => /^[a-z]/i.test(change))).toEqual([])
  await picture(page, 'journal')
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(page, 'journal-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${product.url}/settings/entry`)
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await picture(page, 'entry')
})

test('the table of a whole region goes to paper', async ({ onTestFailed }) => {
  onTestFailed(() => takePictures(visits))
  const { page } = await enter('regional_methodist')
  await page.goto(`${product.url}/road-map`)
  await page.getByRole('grid').waitFor()
  const paper = await page.pdf({ format: 'A4', landscape: true, printBackground: true })
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
  expect(paper.length).toBeGreaterThan(20_000)
  await picture(page, 'region')
  const phone = await enter('regional_methodist', PHONE)
  await phone.page.goto(`${product.url}/road-map`)
  await phone.page.getByRole('heading', { level: 1 }).waitFor()
  await phone.page.waitForLoadState('networkidle')
  await picture(phone.page, 'region-phone')
})

async function enter(role: string, device: Parameters<typeof visit>[2] = {}): Promise<Visit> {
  const link = product.links.find((one) => one.role === role)
  const entered = await visit(browser, link?.url ?? '', device)
  entered.page.setDefaultTimeout(WAIT_MS)
  visits.push(entered)
  await entered.page.getByRole('heading', { name: 'Сегодня', level: 1 }).waitFor()
  return entered
}

async function openCard(page: Page, name: string) {
  await page.goto(`${product.url}/settings/people`)
  await page.getByRole('button', { name }).click()
  await page.getByRole('dialog', { name }).waitFor()
}

async function drop(page: Page, buffer: Buffer) {
  await page.goto(`${product.url}/settings/registry`)
  await page.locator('input[type=file]').first().setInputFiles({ name: 'Школы.xlsx', mimeType: XLSX, buffer })
  await page.getByRole('button', { name: 'Применить', exact: true }).waitFor()
}

/** A new school of this kind and its director. */
function tableWith(kind: string): Buffer {
  const school = 'МБОУ «Новая СОШ»'
  const organisations = [
    xrow(1, ['Краткое название', 'Полное название', 'Вид', 'Относится к']),
    xrow(2, [school, school, kind, 'Управление образования Заречного округа']),
  ]
  const people = [
    xrow(1, ['Фамилия', 'Имя', 'Отчество', 'Должность', 'Роль', 'Организация', 'E-mail']),
    xrow(2, [...PERSON.split(' '), 'директор', 'руководитель школы', school, 'novoselova@example.test']),
  ]
  return Buffer.from(
    xlsxFile({
      sheets: [
        { name: 'Организации', rows: organisations.join('') },
        { name: 'Люди', rows: people.join('') },
      ],
    }),
  )
}

/** With PICTURES set, what it looks like. */
async function picture(page: Page, name: string) {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png` })
}
