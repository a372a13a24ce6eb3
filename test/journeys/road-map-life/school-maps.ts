import type { Locator, Page } from 'playwright-core'
import { look, press, SCHOOLS } from './desk.ts'

type Row = Record<
  'Что сделаем' | 'Причина, на которую отвечает' | 'Срок' | 'Кто в школе отвечает' | 'Показатель',
  string
> & {
  'Ожидаемый результат': string
}

/** A row for each school: a cause of its own, a measure, and what will show that it helped. */
function rowOf(place: number): Row {
  return {
    'Что сделаем': `Консультации по трудным темам математики, группа ${place + 1}`,
    'Причина, на которую отвечает': 'Дефициты учителей: работа с трудными темами',
    Срок: place % 2 === 0 ? 'март – май 2026 года' : 'апрель 2026 года, октябрь 2026 года',
    'Кто в школе отвечает': 'заместитель директора по учебной работе',
    Показатель: `Не менее ${60 + place} % справились с повторной работой`,
    'Ожидаемый результат': 'Доля низких результатов по математике уменьшилась',
  }
}

export async function openMap(page: Page, url: string, school: string) {
  await page.goto(`${url}/school-maps`)
  await page
    .getByRole('table')
    .getByRole('button', { name: new RegExp(school) })
    .click()
  await page.getByRole('heading', { name: /Карта школы на/, level: 1 }).waitFor()
}

/** Begins the map that is on the screen, writes its row and hands it over. */
export async function writeMap(page: Page, place: number) {
  await page.getByRole('button', { name: 'Начать карту' }).click()
  await page.getByRole('button', { name: 'Добавить мероприятие' }).click()
  const row = page.getByRole('article', { name: /^Ш\.1/ })
  for (const [field, text] of Object.entries(rowOf(place)))
    await row.getByLabel(`${field}: Ш.1`, { exact: true }).fill(text)
  await row
    .getByLabel('Помогает выполнить: Ш.1')
    .selectOption({ label: await optionOf(row, place % 2 === 0 ? '1.2' : '1.7') })
  await row.getByRole('button', { name: /Чем подтвердить/ }).click()
  await row.getByLabel('файл', { exact: true }).click()
  await page.keyboard.press('Escape')
  await row.getByText(/понято: /).waitFor()
  await row.getByText(/^Сохранено/).waitFor()
}

async function optionOf(row: Locator, number: string): Promise<string> {
  const labels = await row.getByLabel('Помогает выполнить: Ш.1').locator('option').allInnerTexts()
  return labels.find((label) => label.startsWith(`${number} `)) ?? ''
}

export async function submit(page: Page) {
  await press(page, 'Отправить на согласование')
  await page.getByText(/Карта на согласовании с/).waitFor()
}

/** What the schools have written in letters is written for them. */
export async function writeForOthers(page: Page, url: string) {
  for (const [place, school] of SCHOOLS.entries()) {
    if (place === 0) continue
    await openMap(page, url, school)
    await writeMap(page, place)
    if (place === 1) await look(page, '07-map-for-school')
    await submit(page)
  }
  await page.goto(`${url}/school-maps`)
  await page.getByText(/Ждут решения: 6 карт/).waitFor()
  await look(page, '08-maps')
}
