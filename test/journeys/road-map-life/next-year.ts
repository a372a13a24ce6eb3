import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openPlan } from './correct-map.ts'
import { choose, look } from './desk.ts'

/** The road map goes on: participants by a new list, what was not finished is offered, and old years are shown with what they would become. */
export async function rollOver(page: Page, url: string) {
  await openPlan(page, url)
  await choose(page, 'Перенести на следующий год')
  await page.getByRole('heading', { name: 'Перенести на 2027 год' }).waitFor()
  await page
    .getByText(/не завершено у/)
    .first()
    .waitFor()
  await page.getByRole('radio', { name: 'Новый список' }).check()
  await page
    .getByRole('textbox', { name: 'Новый список' })
    .fill(['МБОУ «Берёзовская СОШ»', 'МБОУ «Ключевская СОШ»', 'МБОУ «Новая СОШ»'].join('\n'))
  await look(page, '17-next-year')
  await page.getByRole('button', { name: 'Подготовить карту' }).click()
  await page.getByText(/Прежний год назван ещё в/).waitFor()
  await look(page, '18-leftovers')
}

export async function settleLeftovers(page: Page) {
  const list = page.getByRole('region', { name: 'Упоминание прежнего года' })
  await list.getByText('2023').first().waitFor()
  await page.getByRole('button', { name: 'Заменить все, где понятно как' }).click()
  await page.getByText('Прежний год больше нигде не назван.').waitFor()
}

export async function confirmNextYear(page: Page) {
  await page.getByRole('button', { name: 'Участники' }).first().click()
  await page.getByText('МБОУ «Новая СОШ»').first().waitFor()
  await page.getByRole('navigation', { name: 'Шаги' }).getByRole('button', { name: 'Подтверждение' }).click()
  await page.getByLabel('Номер приказа').fill('5')
  await page.getByLabel('Дата приказа').fill('28.12.2026')
  await page.getByRole('button', { name: 'Подтвердить понимание' }).click()
  await page.getByRole('heading', { name: 'Направить школам', level: 1 }).waitFor()
}

/** Asked for twice, the next year is the same one; the old project closes, and is still read. */
export async function closeOldYear(page: Page, director: Page, url: string) {
  const years = page.getByLabel('Проект сопровождения и год')
  const labels = await years.locator('option').allInnerTexts()
  expect(labels.map((label) => label.slice(0, 8)).sort()).toEqual(['2026 год', '2027 год'])
  await years.selectOption({ label: labels.find((label) => label.startsWith('2026')) ?? '' })
  await page.waitForURL(/project=/)
  const project = new URL(page.url()).searchParams.get('project') ?? ''
  await openPlan(page, url, project)
  const plan = page.url()
  await choose(page, 'Перенести на следующий год')
  await page.getByText('Карта на этот год уже подтверждена').waitFor()
  expect(await years.locator('option').count()).toBe(2)
  await page.goto(plan)
  await choose(page, 'Закрыть проект')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Почему закрывается').fill('Год окончен, карта 2027 года утверждена')
  await dialog.getByRole('button', { name: 'Закрыть проект' }).click()
  await page
    .getByText(/Проект закрыт/)
    .first()
    .waitFor()
  await look(page, '19-closed')
  await director.goto(`${url}/road-map?project=${project}`)
  await director
    .getByText(/Проект закрыт/)
    .first()
    .waitFor()
  await director.getByText('Участие в областном совещании').first().waitFor()
}
