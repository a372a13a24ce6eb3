import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PHONE } from '../harness/browser.ts'
import { linkOf, startJourney } from '../harness/journey-start.ts'
import { letterheadFile } from '../harness/letterhead-file.ts'
import { startProduct } from '../harness/product.ts'
import { signatureFile } from '../harness/signature-file.ts'

const journey = startJourney(() => startProduct('--demo'))

test('papers of an office: written, registered, signed, read, amended, received and found', async () => {
  const page = await enter('municipal_coordinator', 'Лебедева')

  await page.goto(`${journey.product().url}/documents?new=document`)
  await presentable(page.getByRole('dialog', { name: 'Новый документ' }))
  await page.getByRole('button', { name: 'Приказ с дорожной картой в приложении' }).click()
  await register(page, '77-од')
  const papers = page.getByRole('heading', { name: 'Файлы' })
  await papers.waitFor()
  const order = page.url()
  const before = await download(page, order, 'docx')
  await presentable(page)

  await page.getByRole('button', { name: 'Приложить подпись' }).click()
  const signing = page.getByRole('dialog', { name: 'Подписанный документ' })
  await signing.getByLabel('Что прилагаете').selectOption('detached')
  await presentable(signing)
  await signing.locator('input[type=file]').first().setInputFiles(given('Приказ.sig', signatureFile()))
  await page.getByText(/^сертификат A1B2C3/).waitFor()
  await presentable(page)
  const archive = await download(page, order, 'zip')
  for (const name of ['Приложение 1.docx', 'с отметкой о подписи', 'Приказ.sig']) expect(archive).toContain(name)
  expect(await download(page, order, 'docx')).toEqual(before)

  const head = await enter('school_head', 'Лугова', PHONE)
  await head.goto(order)
  await head.getByRole('button', { name: 'Ознакомлен' }).click()
  await head
    .getByText(/Лугова .*2026/)
    .first()
    .waitFor()
  await presentable(head)

  await page.goto(`${journey.product().url}/documents?new=letterhead`)
  const panel = page.getByRole('dialog', { name: 'Бланки управления' })
  const faulty = letterheadFile(['Шапка', '{текст}', 'Дата {дата'])
  await panel.locator('input[type=file]').first().setInputFiles(given('Бланк.docx', faulty))
  await panel
    .getByText(/абзац 3: скобка без пары/)
    .first()
    .waitFor()
  await presentable(panel)
  for (const one of journey.visits) expect([one.complaints.filter(isNoRefusal), one.strayRequests]).toEqual([[], []])
})

test('changes of the road map come into force by the order that was drafted from them', async () => {
  const page = await enter('municipal_coordinator', 'Лебедева')
  await page.getByRole('link', { name: 'Дорожная карта' }).first().click()
  await page.getByRole('grid').waitFor()
  const plan = await page.evaluate(async () => {
    const answer = await fetch('/api/road-maps')
    return answer.ok ? await answer.text() : ''
  })
  const roadMapId = /"id":"([0-9a-f-]{36})"/.exec(plan)?.[1]
  await page.goto(`${journey.product().url}/road-map/${roadMapId}/correction`)
  await page.getByLabel('Почему меняем').fill('Собеседования показали, что вебинары не успевают провести')
  await page.getByLabel('На чём основано').selectOption({ label: 'собеседование' })
  await page.getByLabel('Основание', { exact: true }).fill('протокол № 3 от 12.03.2026')
  await page.getByRole('button', { name: 'Начать изменения' }).click()
  await page.getByRole('button', { name: /^Изменить: 1\.1/ }).click()
  await page.getByLabel('Ожидаемый результат').fill('Справка по итогам')
  await page.getByRole('button', { name: 'Сохранить строку' }).click()
  await page.getByRole('button', { name: /^Исключить: 1\.5/ }).click()
  const correction = page.url()
  await presentable(page)

  await page.getByRole('button', { name: 'Составить проект приказа' }).click()
  await page.getByText('О внесении изменений в приказ').first().waitFor()
  await register(page, '81-од')
  await page.goto(correction)
  await page.getByText(/№ 81-од от .*: номер и дата подставятся/).waitFor()
  await page.getByRole('button', { name: 'Утвердить изменения' }).click()
  const approving = page.getByRole('dialog', { name: /^Утвердить изменения/ })
  await approving.getByText(/утверждает приказ № 81-од от/).waitFor()
  await presentable(approving)
  await approving.getByRole('button', { name: 'Утвердить' }).click()
  await page
    .getByText(/Редакция 2 действует/)
    .first()
    .waitFor()
})

test('an incoming letter is received, given as a task, and found again', async () => {
  const page = await enter('municipal_coordinator', 'Лебедева')
  await page.goto(`${journey.product().url}/documents?new=letter`)
  const panel = page.getByRole('dialog', { name: 'Входящее письмо' })
  await panel.getByLabel('От кого').fill('Министерство образования')
  await panel.getByLabel('О чём').fill('О сборе сведений о наставниках')
  await panel.getByLabel('Номер').fill('02/17')
  await panel.getByLabel('Ответить до').fill('30.04.2026')
  await presentable(panel)
  await panel
    .locator('input[type=file]')
    .first()
    .setInputFiles(given('Письмо.txt', Buffer.from('Просим сообщить')))
  await page.getByRole('button', { name: 'Дать поручение по письму' }).waitFor()
  await presentable(page)
  await page.getByRole('button', { name: 'Дать поручение по письму' }).click()
  const task = page.getByRole('dialog', { name: 'Новое поручение' })
  await task.getByText('Письмо из журнала: № 02/17').waitFor()
  expect(await task.getByLabel('Что сделать').inputValue()).toBe('О сборе сведений о наставниках')
  await task.getByRole('button', { name: 'Всем школам' }).click()
  await presentable(task)
  await task.getByRole('button', { name: 'Дать поручение' }).click()
  await task.waitFor({ state: 'detached' })

  await page.goto(`${journey.product().url}/documents`)
  await page.getByLabel('Найти по номеру, заголовку или отправителю').fill('наставниках министерство')
  await page.getByRole('row', { name: /02\/17/ }).waitFor()
  await presentable(page)
  const href = await page.getByRole('link', { name: 'Выгрузить в Excel' }).getAttribute('href')
  const table = await page.request.get(new URL(href ?? '', journey.product().url).href)
  expect([table.status(), (await table.body()).subarray(0, 2).toString()]).toEqual([200, 'PK'])
})

/** Number from the office's journal, today's date. */
async function register(page: Page, number: string) {
  await page.getByRole('button', { name: 'Зарегистрировать' }).click()
  const dialog = page.getByRole('dialog', { name: 'Номер и дата из журнала' })
  await dialog.getByLabel('Номер').fill(number)
  await presentable(dialog)
  await dialog.getByRole('button', { name: 'Зарегистрировать' }).click()
  await page.getByText(number).first().waitFor()
}

async function download(page: Page, address: string, format: string): Promise<string> {
  const id = new URL(address).pathname.split('/').at(-1)
  const answer = await page.request.get(`${journey.product().url}/api/documents/${id}/paper?format=${format}`)
  return (await answer.body()).toString('utf8')
}

function given(name: string, bytes: Uint8Array) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
}

/** The browser tells of each refused answer; the screen says it in words. */
function isNoRefusal(complaint: string): boolean {
  return !complaint.includes('422')
}

async function enter(role: string, name: string, device = {}): Promise<Page> {
  const page = await journey.enter(linkOf(journey.product(), role, name), device)
  await page.getByRole('heading', { name: 'Сегодня' }).waitFor()
  return page
}

/** Nothing that an assistive program would stumble over. */
async function presentable(shown: Page | Locator) {
  const page = 'page' in shown ? shown.page() : shown
  if ('page' in shown) await shown.waitFor()
  await page.waitForLoadState('networkidle')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((one) => one.html)])).toEqual([])
}
