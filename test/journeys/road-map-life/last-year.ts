import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { choose, look, SCHOOLS } from './desk.ts'

const TEMPLATE = 'Консультации нашей школы'
const OURS = 'Консультации по функциям и графикам для учителей 8–9 классов'

/** «Сохранить как шаблон» under «Ещё» of the school's map: its rows stand there with their dates, and in the list. */
export async function keepAsTemplate(director: Page, url: string) {
  await director.goto(`${url}/school-maps`)
  await director.getByRole('heading', { name: 'Карта школы на 2026 год', level: 1 }).waitFor()
  await choose(director, 'Сохранить как шаблон')
  const dialog = director.getByRole('dialog')
  await dialog.getByLabel('Название шаблона').fill(TEMPLATE)
  await dialog.getByRole('button', { name: 'Сохранить как шаблон' }).click()
  await director.getByRole('heading', { name: TEMPLATE, level: 1 }).waitFor()
  await director.getByLabel('Год проекта').fill('2027')
  await director.getByText('март – май 2027', { exact: false }).first().waitFor()
  await director.getByText('Все сроки попадают на рабочие дни.', { exact: false }).waitFor()
  await look(director, '18-template-of-school')
  await director.getByRole('link', { name: 'Шаблоны' }).first().click()
  await director.getByRole('button', { name: `Убрать: ${TEMPLATE}` }).waitFor()
}

type Others = { coordinator: Page; head: Page }

export async function sendNextYear(page: Page) {
  await page.getByRole('button', { name: 'Направить школам' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Направить школам' }).click()
  await page.getByText('План направлен всем школам').waitFor()
}

/** The map of the next year begins with that template: its row has the months of the new year, and the author alone is told that it repeats the old one. */
export async function beginWithLastYear(director: Page, { coordinator, head }: Others, url: string) {
  await director.goto(`${url}/school-maps`)
  const years = director.getByLabel('Проект сопровождения и год')
  const labels = await years.locator('option').allInnerTexts()
  await years.selectOption({ label: labels.find((label) => label.startsWith('2027')) ?? '' })
  await director.waitForURL(/project=/)
  await director.getByRole('heading', { name: 'Карта школы на 2027 год', level: 1 }).waitFor()
  await director.getByRole('button', { name: 'Начать карту' }).click()
  await director.getByRole('button', { name: 'Добавить меры по фактору риска' }).click()
  const panel = director.getByRole('dialog')
  await panel.getByLabel('Фактор риска или шаблон').selectOption({ label: TEMPLATE })
  await panel.getByRole('button', { name: 'Добавить 1 строку' }).click()
  await panel.waitFor({ state: 'detached' })
  const row = director.getByRole('article', { name: /^Ш\.1/ })
  await row.getByText('Это видите только вы').waitFor()
  await row.getByText(`Похоже на мероприятие прошлого года: «${OURS}»`, { exact: false }).waitFor()
  expect(await row.getByLabel('Срок: Ш.1').inputValue()).toMatch(/март\s*–\s*май 2027/)
  await row.getByText('Это видите только вы').scrollIntoViewIfNeeded()
  await look(director, '19-advice')
  const project = new URL(director.url()).searchParams.get('project') ?? ''
  await coordinator.goto(`${url}/school-maps?project=${project}`)
  const school = coordinator.getByRole('table').getByRole('button', { name: new RegExp(SCHOOLS[0]) })
  await school.click()
  await coordinator.getByRole('heading', { name: 'Карта школы на 2027 год', level: 1 }).waitFor()
  for (const page of [coordinator, head]) {
    await page.goto(coordinator.url())
    await page.getByRole('article', { name: /^Ш\.1/ }).getByText(OURS).first().waitFor()
    expect(await page.getByText('Похоже на мероприятие прошлого года').count()).toBe(0)
  }
}
