import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PHONE } from '../harness/browser.ts'
import { acceptInvitation, beginWork, fillFirstStart, linkIn } from '../harness/first-start.ts'
import { isAccessible } from '../harness/fit-to-show.ts'
import { startJourney } from '../harness/journey-start.ts'
import { startProduct } from '../harness/product.ts'
import { scanPdf, scanPng } from '../harness/scan-file.ts'

const { product, enter, isQuiet } = startJourney(() => startProduct())

test('only a scan exists: its rows are typed beside it, and a school reads its plan and the signed paper', async () => {
  const coordinator = await enter(product().links[0]?.url ?? '')
  await fillFirstStart(coordinator)
  await beginWork(coordinator)
  await dropScan(coordinator)
  await typeThreeRows(coordinator)
  await addPages(coordinator)
  await nameSchool(coordinator)
  await confirmAndSend(coordinator)

  const school = await enter(await inviteSchool(coordinator), PHONE)
  await acceptInvitation(school, 'direktor@example.test', 'Берёзкина Марина Юрьевна')
  await readPlanAndScan(school)

  isQuiet()
})

/** Two photographs at once: the second becomes a page of the first one's scan. */
async function dropScan(page: Page) {
  await page.getByRole('link', { name: 'Перетащить приказ' }).click()
  const photo = (sheet: number) => ({
    name: `Приказ, лист ${sheet}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from(scanPng(sheet)),
  })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([photo(2), photo(1)])
  await page.getByText('Это скан: прочитать его сами мы не можем').waitFor()
  await isAccessible(page)
  await page.getByLabel('На какой год').fill('2026')
  await page.getByRole('button', { name: 'Ввести строки' }).click()
  await page.getByRole('img', { name: 'Приказ, лист 2.png, снимок 2 из 2' }).waitFor()
  await isAccessible(page)
}

async function typeThreeRows(page: Page) {
  for (const [number, title, period] of [
    ['1.1', 'Определить вариант сопровождения школ', 'до 20 февраля 2026'],
    ['1.5', 'Провести анкетирование учителей', 'март 2026'],
    ['2.1', 'Собирать сетевые объединения', 'ежемесячно'],
  ] as const) {
    const row = page.getByRole('article', { name: new RegExp(`^${number.replace('.', '\\.')} `) })
    await type(row, page, 'Название', title)
    await type(page.getByRole('article', { name: `${number} ${title}` }), page, 'Срок', period)
  }
  await page.reload()
  await page.getByText('Провести анкетирование учителей').first().waitFor()
  expect(await page.getByText('изменено вами').count()).toBeGreaterThanOrEqual(6)
}

async function type(row: ReturnType<Page['getByRole']>, page: Page, field: string, text: string) {
  await row.getByRole('button', { name: `Изменить: ${field}` }).click()
  await row.getByRole('textbox').fill(text)
  const saved = page.waitForResponse((answer) => answer.url().includes('/activities/') && answer.ok())
  await row.getByRole('button', { name: 'Записать' }).click()
  await saved
}

async function addPages(page: Page) {
  const annex = { name: 'Лист согласования.pdf', mimeType: 'application/pdf', buffer: Buffer.from(scanPdf(2)) }
  await page.getByLabel('Добавить страницы').setInputFiles(annex)
  await page.getByRole('img', { name: 'Лист согласования.pdf, страница 2 из 2' }).waitFor()
  const drawn = await page.getByRole('img', { name: 'Лист согласования.pdf, страница 1 из 2' }).evaluate((canvas) => {
    canvas.scrollIntoView()
    return new Promise<number>((done) => setTimeout(() => done(Number(canvas.getAttribute('width'))), 1500))
  })
  expect(drawn).toBeGreaterThan(100)
}

async function nameSchool(page: Page) {
  await page.getByRole('button', { name: 'Участники' }).first().click()
  await page.getByRole('button', { name: 'Добавить школу' }).click()
  await page.getByLabel('Краткое название школы').fill('МБОУ «Берёзовская СОШ»')
  await page.getByRole('button', { name: 'Добавить', exact: true }).click()
  await page.getByRole('combobox', { name: 'Вариант сопровождения: МБОУ «Берёзовская СОШ»' }).waitFor()
}

async function confirmAndSend(page: Page) {
  await page.getByRole('navigation', { name: 'Шаги' }).getByRole('button', { name: 'Подтверждение' }).click()
  await page.getByLabel('Номер приказа').fill('47')
  await page.getByLabel('Дата приказа').fill('09.02.2026')
  await page.getByRole('button', { name: 'Подтвердить понимание' }).click()
  await page.getByRole('heading', { name: 'Направить школам', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Направить школам' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Направить школам' }).click()
  await page.getByText('План направлен всем школам').waitFor()
}

async function inviteSchool(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Настройки' }).click()
  await page.getByRole('link', { name: 'Ссылки для школ' }).click()
  await page.getByRole('button', { name: /^Сделать ссылки/ }).click()
  const slip = page
    .locator('li, article, section')
    .filter({ hasText: 'Берёзовская' })
    .filter({ hasText: '/link#' })
    .last()
  await slip.waitFor()
  return linkIn(await slip.innerText())
}

async function readPlanAndScan(page: Page) {
  await page.getByRole('link', { name: 'Карта' }).click()
  // The bar at the foot of a phone has a button of the same name.
  await page.getByRole('main').getByRole('button', { name: 'Ещё' }).click()
  await page.getByRole('button', { name: 'План и подписанный приказ' }).click()
  const seen = page.getByText('Провести анкетирование учителей').first()
  await seen.waitFor()
  await page.getByRole('button', { name: 'Подписанный скан' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('img', { name: 'Приказ, лист 1.png, снимок 1 из 3' }).waitFor()
  expect(await panel.getByText('Заменить скан').count()).toBe(0)
  await isAccessible(page)
}
