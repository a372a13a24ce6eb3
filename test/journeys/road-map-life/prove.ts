import type { Page } from 'playwright-core'
import { look } from './desk.ts'
import { openOwn } from './move-deadline.ts'

/** A director hands in from her own desk, the coordinator writes down what others told her, and accepts. */
export async function prove(director: Page, coordinator: Page, url: string) {
  await director.goto(`${url}/road-map`)
  await openOwn(director, '1.4')
  const panel = director.getByRole('dialog')
  await panel.getByRole('button', { name: 'Добавить подтверждение' }).click()
  await panel.getByLabel('Когда прошло').fill('20.02.2026')
  await panel.getByLabel('Кто участвовал').fill('директор, заместитель')
  await panel.getByRole('button', { name: 'Внести' }).click()
  await panel.getByRole('button', { name: 'Сдать' }).click()
  await panel.getByText('ждёт приёмки').first().waitFor()
  await coordinator.goto(url)
  await look(coordinator, '15-coordinator-today')
  await coordinator.getByRole('link', { name: 'Принять или вернуть' }).first().click()
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Принять', exact: true }).click()
  await coordinator.getByRole('dialog').getByText('принято').first().waitFor()
  for (const school of ['Ключевская', 'Луговская']) await recordFor(coordinator, url, school)
}

async function recordFor(page: Page, url: string, school: string) {
  await page.goto(`${url}/road-map`)
  await page.getByRole('gridcell', { name: new RegExp(`${school}.*1\\.4 `) }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Добавить подтверждение' }).click()
  await panel.getByLabel('Когда прошло').fill('19.02.2026')
  await panel.getByLabel('Кто участвовал').fill('директор, завуч')
  await panel.getByRole('button', { name: 'Внести' }).click()
  await panel.getByText('внесено за школу: письмом').waitFor()
}
