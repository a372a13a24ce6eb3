import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoOrderDocx } from '../../../src/features/road-maps/demo-order.ts'
import { look } from './desk.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The signed order, whose title still names the year before: what contradicts itself is decided, nothing is mended silently. */
export async function importOrder(page: Page) {
  await page.getByRole('link', { name: 'Перетащить приказ' }).click()
  const file = { name: 'Приказ № 47.docx', mimeType: DOCX, buffer: Buffer.from(demoOrderDocx()) }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByText('Как понято').first().waitFor()
  await look(page, '01-import')
  await page
    .getByText(/назван 2025 год/)
    .filter({ visible: true })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'В проект изменений' }).first().click()
  await page.getByLabel('Новая редакция для проекта приказа').fill('в 2026 году')
  await page.getByRole('button', { name: 'Добавить в проект' }).click()
  await page.getByText('решено 1 из', { exact: false }).waitFor()
}

export async function chooseVariants(page: Page) {
  await page.getByRole('button', { name: 'Участники' }).first().click()
  const choices = page.getByRole('combobox', { name: /^Вариант сопровождения:/ })
  await choices.first().waitFor()
  expect(await choices.count()).toBe(6)
  for (let place = 0; place < 6; place++) {
    const saved = page.waitForResponse((answer) => answer.url().includes('/participants/') && answer.ok())
    await choices.nth(place).selectOption(place < 3 ? 'first-or-repeated' : 'persistent-or-signs')
    await saved
  }
}

const PROOF = /^внешнее мероприятие/

/** The last row loses its proof; «Проверка перед утверждением» says what it lacks, and it gets it back. */
export async function findUnready(page: Page) {
  await stepTo(page, 'Понимание')
  await pressProof(page, /^Чем подтвердить: внешнее мероприятие/)
  await page.getByRole('button', { name: 'Чем подтвердить: не указано' }).waitFor()
  await rehearse(page)
  const found = page.getByRole('listitem').filter({ hasText: '3.3 Участие в итоговом семинаре' })
  await found.getByText('Нет исполнителя, нет понятного срока, не сказано, чем подтвердить', { exact: true }).waitFor()
  await look(page, '02-unready')
  await page.goBack()
  await stepTo(page, 'Понимание')
  await pressProof(page, 'Чем подтвердить: не указано')
  await page.getByRole('button', { name: 'Чем подтвердить: не указано' }).waitFor({ state: 'detached' })
}

async function pressProof(page: Page, name: string | RegExp) {
  const field = page.getByRole('button', { name }).last()
  await field.click()
  await page.getByRole('checkbox', { name: PROOF }).click()
  await page.keyboard.press('Escape')
}

async function stepTo(page: Page, step: string) {
  await page.getByRole('navigation', { name: 'Шаги' }).getByRole('button', { name: step }).click()
}

async function rehearse(page: Page) {
  await stepTo(page, 'Подтверждение')
  await page.getByRole('link', { name: 'Проверка перед утверждением' }).click()
  await page.getByRole('heading', { name: 'Сколько просим у школ по месяцам' }).waitFor()
}

/** «Проверка перед утверждением», then the understanding is confirmed and each school gets its own plan. */
export async function rehearseAndSend(page: Page) {
  await rehearse(page)
  await look(page, '02-rehearsal')
  await page.goBack()
  await stepTo(page, 'Подтверждение')
  await look(page, '03-confirm')
  await page.getByRole('button', { name: 'Подтвердить понимание' }).click()
  await page.getByRole('heading', { name: 'Направить школам', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Направить школам' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Направить школам' }).click()
  await page.getByText('План направлен всем школам').waitFor()
  await look(page, '04-sent')
}
