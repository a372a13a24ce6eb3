import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { assignmentStates } from '../../src/kernel/assignment-state.ts'
import { words } from '../../src/web/words.ts'
import { linkOf, startJourney } from '../harness/journey-start.ts'
import { startProduct } from '../harness/product.ts'
import { followQuestions } from '../harness/questions.ts'

const journey = startJourney(() => startProduct('--demo'))

test('in the course of a year every state is seen on the road map', async () => {
  const page = await journey.enter(linkOf(journey.product(), 'municipal_coordinator'))
  const seen = new Set<string>()
  const calm = followQuestions(page)

  await openRoadMap(page)
  await exempt(page)
  await lookAround(page, seen)
  for (const [day, shown] of [
    ['27.04.2026', '27 апреля 2026'],
    ['12.05.2026', '12 мая 2026'],
    ['28.12.2026', '28 декабря 2026'],
    ['15.01.2027', '15 января 2027'],
  ] as const) {
    await moveClock(page, day, shown)
    await calm() // until then the road map of the former day may be seen
    await lookAround(page, seen)
  }

  expect([...seen].sort()).toEqual([...assignmentStates].sort())
  journey.isQuiet()
})

async function openRoadMap(page: Page) {
  await page.getByRole('link', { name: 'Дорожная карта' }).first().click()
  await page.getByRole('grid').waitFor()
}

async function exempt(page: Page) {
  await page.getByRole('gridcell', { name: /Сосновская.*1\.5 / }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Не требуется' }).click()
  await panel.getByLabel('Почему не требуется').fill('Анкету за школу заполнил институт при выезде')
  await panel.getByRole('button', { name: 'Отметить' }).click()
  await panel.getByText('Не требуется: Анкету').waitFor()
  await page.keyboard.press('Escape')
}

async function moveClock(page: Page, day: string, shown: string) {
  await page.getByRole('link', { name: 'Сегодня' }).first().click()
  await page.getByRole('button', { name: /Демонстрация/ }).click()
  await page.getByLabel('Какой здесь сегодня день').fill(day)
  await page.getByRole('button', { name: 'Переставить часы' }).click()
  await page.getByText(shown).filter({ visible: true }).first().waitFor()
  await page.keyboard.press('Escape')
  await openRoadMap(page)
}

/** The states that some cell of the road map is in now, by the words of its label. */
async function lookAround(page: Page, seen: Set<string>) {
  const labels = await page
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? cell.textContent ?? ''))
  for (const state of assignmentStates) {
    const missed = state === 'window-missed' && labels.some((label) => label.includes('не подтверждено'))
    if (missed || labels.some((label) => label.includes(words.ru[`state.${state}`]))) seen.add(state)
  }
}
