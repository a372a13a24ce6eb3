import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { PHONE } from '../harness/browser.ts'
import { picture } from '../harness/fit-to-show.ts'
import { linkOf, startJourney } from '../harness/journey-start.ts'
import { startProduct } from '../harness/product.ts'
import { xlsxFile, xrow } from '../harness/sheet-files.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PERSON = 'Новосёлова Анна Петровна'

const journey = startJourney(() => startProduct('--demo'))
let administrator: Page

beforeAll(async () => {
  administrator = await enter('municipal_coordinator')
})

test('a table of organisations and people is looked through, mended and applied whole', async () => {
  const page = administrator
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
  await page.goto(`${journey.product().url}/settings/organisations`)
  await page.getByText('МБОУ «Новая СОШ»').first().waitFor()
})

test('an administrator looks through the eyes of another, changes nothing, and comes back', async () => {
  const page = administrator
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

test('a person is destroyed by an act, which is downloaded first', async () => {
  const page = administrator
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

test('the journal fits an office screen, in words', async () => {
  const page = administrator
  await page.goto(`${journey.product().url}/settings/journal`)
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
  await page.goto(`${journey.product().url}/settings/entry`)
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await picture(page, 'entry')
})

test('the table of a whole region goes to paper', async () => {
  const page = await enter('regional_methodist')
  await page.goto(`${journey.product().url}/road-map`)
  await page.getByRole('grid').waitFor()
  const paper = await page.pdf({ format: 'A4', landscape: true, printBackground: true })
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
  expect(paper.length).toBeGreaterThan(20_000)
  await picture(page, 'region')
  const phone = await enter('regional_methodist', PHONE)
  await phone.goto(`${journey.product().url}/road-map`)
  await phone.getByRole('heading', { level: 1 }).waitFor()
  await phone.waitForLoadState('networkidle')
  await picture(phone, 'region-phone')
})

async function enter(role: string, device = {}): Promise<Page> {
  const page = await journey.enter(linkOf(journey.product(), role), device)
  await page.getByRole('heading', { name: 'Сегодня', level: 1 }).waitFor()
  return page
}

async function openCard(page: Page, name: string) {
  await page.goto(`${journey.product().url}/settings/people`)
  await page.getByRole('button', { name }).click()
  await page.getByRole('dialog', { name }).waitFor()
}

async function drop(page: Page, buffer: Buffer) {
  await page.goto(`${journey.product().url}/settings/registry`)
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
