import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demoOrderDocx } from '../../src/features/road-maps/demo-order.ts'
import { PHONE } from '../harness/browser.ts'
import { beginWork, fillFirstStart, fillInvitation, inviteHead, linkIn } from '../harness/first-start.ts'
import { isAccessible } from '../harness/fit-to-show.ts'
import { startJourney } from '../harness/journey-start.ts'
import { startProduct } from '../harness/product.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const { product, enter, isQuiet } = startJourney(() => startProduct())

test('an order becomes a living road map: the coordinator alone, then a school, then the head', async () => {
  const coordinator = await enter(product().links[0]?.url ?? '')
  await setUp(coordinator)
  await importOrder(coordinator)
  await chooseVariants(coordinator)
  await confirmAndSend(coordinator)
  await recordForSchool(coordinator)

  const schoolLink = await inviteSchools(coordinator)
  const headLink = await headLinkOf(coordinator)

  const school = await enter(schoolLink, PHONE)
  await accept(school, 'direktor@example.test', 'Берёзкина Марина Юрьевна')
  await handInFromPhone(school)
  await acceptWork(coordinator)

  const head = await enter(headLink)
  await accept(head, 'nachalnik@example.test')
  await takeOffControl(head)

  isQuiet()
})

async function setUp(page: Page) {
  await fillFirstStart(page)
  await isAccessible(page)
  await beginWork(page)
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

async function headLinkOf(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Люди' }).click()
  const link = await inviteHead(page)
  await isAccessible(page)
  return link
}

async function accept(page: Page, login: string, name?: string) {
  await fillInvitation(page, login, name)
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
  await page.goto(product().url)
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
