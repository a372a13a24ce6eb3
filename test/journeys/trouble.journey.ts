import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { linkOf, startJourney } from '../harness/journey-start.ts'
import { outsideServer } from '../harness/own-database.ts'
import { type Product, startProduct } from '../harness/product.ts'
import { wireTo } from '../harness/wire.ts'

const WAIT_MS = 40_000
const TEXT = 'Пришлите списки учителей, которые поедут на семинар'

const { product, enter } = startJourney(() => startProduct('--demo'))
let page: Page

beforeAll(async () => {
  page = await enter(linkOf(product(), 'municipal_coordinator'))
  page.setDefaultTimeout(WAIT_MS)
  await page.getByRole('heading', { name: /^Просрочено/ }).waitFor()
})

test('a lost link keeps what was typed, and what was sent arrives once when the link is back', async () => {
  await fillTask(page, TEXT)
  await page.context().setOffline(true)
  await give(page).dblclick()
  await page.getByText('Нет связи. Введённое сохранено, повторим сами.').waitFor()
  expect(await page.getByLabel('Что сделать').inputValue()).toBe(TEXT)

  await page.context().setOffline(false)
  await page.getByRole('dialog', { name: 'Новое поручение' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: TEXT }).first().waitFor()
  expect(await page.getByRole('button', { name: TEXT }).count()).toBe(1)
})

// Opora starts its own database again; a server's death is ended by whoever keeps the server, and is played in `faults`.
test.skipIf(outsideServer)(
  'a database that dies under a form is back by itself, and the form is sent as it was typed',
  async () => {
    const text = `${TEXT} ещё раз`
    await fillTask(page, text)
    process.kill(await postmasterOf(product()), 'SIGKILL')
    await give(page).click()
    const form = page.getByRole('dialog', { name: 'Новое поручение' })
    const gone = form.waitFor({ state: 'detached' }).then(() => 'sent')
    const refused = form
      .getByText('База данных сейчас не отвечает')
      .waitFor()
      .then(
        () => 'refused',
        () => 'sent',
      )
    if ((await Promise.race([gone, refused])) === 'refused') {
      expect(await page.getByLabel('Что сделать').inputValue()).toBe(text)
      await expect.poll(() => isReady(product()), { timeout: WAIT_MS }).toBe(true)
      await give(page).click()
      await form.waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: text }).waitFor()
    expect(await page.getByRole('button', { name: text }).count()).toBe(1)
  },
)

test('a file whose link breaks on the way goes on from where it stopped', async () => {
  const offsets: number[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/task-letters')) offsets.push(Number(request.headers()['upload-offset']))
  })
  const wire = await wireTo(Number(new URL(product().url).port))
  await page.goto(`http://127.0.0.1:${wire.port}/tasks`)
  await page.getByRole('button', { name: 'Дать поручение' }).first().click()
  const letter = {
    name: 'Письмо.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.alloc(12_000_000, '%PDF-1.4 письмо '),
  }
  wire.slowDown(20)
  await page.locator('input[type=file]').first().setInputFiles(letter)
  await expect.poll(() => wire.carried(), { timeout: WAIT_MS }).toBeGreaterThan(2_000_000)
  wire.cut()
  wire.pass()
  await page.getByText('Файл приложен: Письмо.pdf').waitFor()
  expect(offsets[0]).toBe(0)
  expect(offsets.at(-1)).toBeGreaterThan(0)
  await page.goto(product().url)
  await wire.close()
})

test('a reload in the middle of a form loses nothing', async () => {
  await fillTask(page, 'Недописанное поручение')
  await page.reload()
  await page.getByRole('dialog', { name: 'Новое поручение' }).waitFor()
  expect(await page.getByLabel('Что сделать').inputValue()).toBe('Недописанное поручение')
})

test('an address that does not exist says so kindly and shows the way back', async () => {
  await page.goto(`${product().url}/nowhere/at/all`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.locator('a[href="/"]').count()).toBeGreaterThan(0)
})

async function fillTask(page: Page, text: string) {
  await page.goto(`${product().url}/tasks`)
  await page.getByRole('button', { name: 'Дать поручение' }).first().click()
  await page.getByLabel('Что сделать').fill(text)
  await page.getByRole('textbox', { name: 'Срок' }).fill('24.04.2026')
  await page.getByRole('button', { name: 'Всем школам' }).click()
}

function give(page: Page) {
  return page.getByRole('dialog', { name: 'Новое поручение' }).getByRole('button', { name: 'Дать поручение' })
}

async function postmasterOf({ folder }: Product): Promise<number> {
  const record = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')
  return Number(record.split('\n')[0])
}

async function isReady({ url }: Product): Promise<boolean> {
  const answer = await fetch(`${url}/healthz`).catch(() => null)
  return answer?.ok ?? false
}
