import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { look, press, SCHOOLS } from './desk.ts'
import { openMap } from './school-maps.ts'

const COMMENT = 'Назовите предмет и класс: по «трудным темам» результата не увидеть.'

/** A comment beside the row, and the map goes back with it. */
export async function giveBack(page: Page, url: string) {
  await openMap(page, url, SCHOOLS[0])
  const beside = page.getByRole('complementary', { name: 'Замечания: Ш.1' })
  await beside.getByRole('button', { name: 'Добавить замечание' }).click()
  await beside.getByLabel('Ваше замечание').fill(COMMENT)
  await beside.getByRole('button', { name: 'Добавить', exact: true }).click()
  await beside.getByText(COMMENT).waitFor()
  await page.getByRole('button', { name: 'Вернуть с замечаниями' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Что поправить').fill('Уточните мероприятие, замечание рядом с ним.')
  await dialog.getByRole('button', { name: 'Вернуть с замечаниями' }).click()
  await page.getByText('возвращена').first().waitFor()
}

/** The director finds it on her first screen, mends the row, and hands the map over again. */
export async function mend(page: Page, url: string) {
  await page.goto(url)
  await page.getByRole('link', { name: 'Поправить' }).click()
  const row = page.getByRole('article', { name: /^Ш\.1/ })
  await row.getByText(COMMENT).waitFor()
  await look(page, '09-returned')
  await row.getByLabel('Что сделаем: Ш.1').fill('Консультации по функциям и графикам для учителей 8–9 классов')
  await row.getByText(/^Сохранено/).waitFor()
  await row.getByRole('button', { name: 'Учтено' }).click()
  await row.getByText(/учтено/).waitFor()
  await press(page, 'Отправить на согласование')
  await page.getByText(/Карта на согласовании с/).waitFor()
}

export async function agreeAll(page: Page, url: string) {
  for (const school of SCHOOLS) {
    await openMap(page, url, school)
    await press(page, 'Согласовать')
    await page
      .getByText(/Карта согласована/)
      .first()
      .waitFor()
  }
}

/** The director's order: in hers by her own hand, in the others as their letters told it. */
export async function approveAll(director: Page, coordinator: Page, url: string) {
  await director.goto(`${url}/school-maps`)
  await approve(director, '31-у')
  for (const [place, school] of SCHOOLS.entries()) {
    if (place === 0) continue
    await openMap(coordinator, url, school)
    await approve(coordinator, `${place}0-о`)
  }
  await coordinator.goto(`${url}/school-maps`)
  await expect.poll(() => coordinator.getByRole('row').filter({ hasText: 'утверждена' }).count()).toBe(6)
  await look(coordinator, '10-approved')
}

/** What schools have set themselves stands under the authority's table, closed; a row leads to its cell, a name to its map. */
export async function seeOwnRows(page: Page, url: string) {
  await page.goto(`${url}/road-map`)
  const group = page.getByRole('region', { name: 'Собственные мероприятия школ' })
  const title = group.getByRole('button', { name: /Собственные мероприятия школ · 6/ })
  expect(await title.getAttribute('aria-expanded')).toBe('false')
  await title.click()
  await group.getByText('Показано собственных мероприятий: 6 из 6').waitFor()
  await look(page, '10-own-rows')
  await group.getByRole('button', { name: /^Ш\.1 Консультации по функциям/ }).click()
  const panel = page.getByRole('dialog')
  await panel.getByText(/Ш\.1/).first().waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await group.getByRole('link').first().click()
  await page.getByRole('heading', { name: /Карта школы на/, level: 1 }).waitFor()
}

async function approve(page: Page, number: string) {
  await page.getByRole('button', { name: 'Внести приказ директора' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Номер приказа').fill(number)
  await dialog.getByRole('button', { name: 'Утвердить' }).click()
  await page.getByText(`Утверждена приказом № ${number}`).waitFor()
}
