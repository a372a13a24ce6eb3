import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readDocx } from '../../../src/paper/docx.ts'
import { choose, look, SCHOOLS } from './desk.ts'
import { openMap } from './school-maps.ts'

const NEW_TITLE = 'Участие в вебинарах института по математической грамотности и работе с результатами ВПР'

export async function openPlan(page: Page, url: string, project = '') {
  await page.goto(`${url}/road-map${project && `?project=${project}`}`)
  await page.getByRole('grid').waitFor()
  await choose(page, 'План и подписанный приказ')
  await page.getByRole('heading', { name: /Дорожная карта на/, level: 1 }).waitFor()
}

/** One row in other words, one more, one taken out; the reason and the paper behind it first. */
export async function correct(page: Page, url: string) {
  await openPlan(page, url)
  await choose(page, 'Внести изменения')
  await page.getByLabel('Почему меняем').fill('По итогам собеседований темы вебинаров уточнены')
  await page.getByLabel('На чём основано').selectOption({ label: 'собеседование' })
  await page.getByLabel('Основание', { exact: true }).fill('протокол № 3 от 09.02.2026')
  await page.getByRole('button', { name: 'Начать изменения' }).click()
  await changeRow(page)
  await addRow(page)
  await page.getByRole('button', { name: /^Исключить: 1\.7/ }).click()
  await page.getByText('Изменено 3 строки').waitFor()
  await page.getByLabel('Только изменённые').check()
  const changed = page.getByRole('article').filter({ hasText: '1.2' })
  await changed.locator('del', { hasText: 'трудным темам предметов' }).waitFor()
  await changed.locator('ins', { hasText: 'математической грамотности' }).waitFor()
  await look(page, '11-correction')
}

async function changeRow(page: Page) {
  await page.getByRole('button', { name: /^Изменить: 1\.2/ }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('textbox', { name: 'Мероприятие' }).fill(NEW_TITLE)
  await panel.getByRole('button', { name: 'Сохранить строку' }).click()
  await panel.waitFor({ state: 'detached' })
}

async function addRow(page: Page) {
  await page.getByRole('button', { name: /^Добавить ниже: 1\.7/ }).click()
  const panel = page.getByRole('dialog')
  await panel.getByLabel('Номер').fill('1.8')
  await panel.getByRole('textbox', { name: 'Мероприятие' }).fill('Обмен опытом наставников школ округа')
  await panel.getByLabel('Срок, слова карты').fill('октябрь 2026 года')
  await panel.getByLabel('Исполнители, слова карты').fill('МОУО, ШНОР')
  await panel.getByLabel('Ожидаемый результат').fill('Описания приёмов в банке округа, дополнены материалы 2023 года')
  await panel.getByRole('button', { name: 'Сохранить строку' }).click()
  await panel.waitFor({ state: 'detached' })
}

/** The amending order is drafted with the new words and takes its number; with it the next revision is in force. */
export async function approve(page: Page) {
  const correction = page.url()
  await page.getByRole('button', { name: 'Составить проект приказа' }).click()
  await page.getByText('О внесении изменений в приказ').first().waitFor()
  const download = page.waitForEvent('download')
  await choose(page, 'Скачать .docx')
  const words = JSON.stringify(readDocx(await readFile(await (await download).path())))
  expect(words).toContain(NEW_TITLE)
  expect(words).toMatch(/1\.7 исключить/)
  await page.getByRole('button', { name: 'Зарегистрировать' }).click()
  const journal = page.getByRole('dialog')
  await journal.getByLabel('Номер').fill('63')
  await journal.getByRole('button', { name: 'Зарегистрировать' }).click()
  await journal.waitFor({ state: 'detached' })
  await page.goto(correction)
  await page.getByText(/№ 63 от .*: номер и дата подставятся/).waitFor()
  await page.getByRole('button', { name: 'Утвердить изменения' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/утверждает приказ № 63 от/).waitFor()
  await dialog.getByRole('button', { name: 'Утвердить' }).click()
  await page.getByRole('heading', { name: 'Направить школам', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Направить школам' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Направить школам' }).click()
  await page.getByText('План направлен всем школам').waitFor()
}

/** A school reads what has changed, and says what becomes of its own row that helped with it. */
export async function consent(director: Page, coordinator: Page, url: string) {
  await director.goto(`${url}/school-maps`)
  const row = director.getByRole('article', { name: /^Ш\.1/ })
  await row.getByText('Нужно согласие школы').waitFor()
  await look(director, '12-consent')
  await row.getByRole('button', { name: 'Оставить' }).click()
  await row.getByText('Нужно согласие школы').waitFor({ state: 'detached' })
  await director.getByRole('button', { name: 'Ознакомлены' }).click()
  await director.getByText(/Школа ознакомлена/).waitFor()
  await openMap(coordinator, url, SCHOOLS[1])
  await coordinator.getByText(/Управление сняло мероприятие/).waitFor()
}
