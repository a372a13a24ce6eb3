import type { Page } from 'playwright-core'
import { look } from './desk.ts'

/** A school asks for another day and says why; the head decides, and both read it in the history of the cell. */
export async function moveDeadline(director: Page, head: Page, url: string) {
  await director.goto(`${url}/road-map`)
  await openOwn(director, '1.4')
  const panel = director.getByRole('dialog')
  await panel.getByRole('button', { name: 'Попросить перенести срок' }).click()
  await panel.getByLabel('До какого дня').fill('13.03.2026')
  await panel.getByLabel('Почему не успеть в срок').fill('Школа на карантине до 2 марта, совещание посмотрим в записи')
  await panel.getByRole('button', { name: 'Отправить просьбу' }).click()
  await panel.getByText('Просят перенести срок до 13 марта 2026', { exact: true }).waitFor()
  await look(director, '13-move-asked')

  await head.goto(url)
  await head.getByRole('link', { name: 'Решить о переносе' }).click()
  const decision = head.getByRole('dialog')
  await decision.getByText('Школа на карантине').first().waitFor()
  await decision.getByRole('button', { name: 'Перенести срок' }).click()
  await decision.getByLabel('Пояснение').fill('Запись совещания пришлёт институт')
  await look(head, '14-move-decided')
  await decision.getByRole('button', { name: 'Перенести срок' }).click()
  await decision.getByText('Срок перенесён до 13 марта 2026').first().waitFor()

  await director.reload()
  await panel.getByText('Запись совещания пришлёт институт').first().waitFor()
  await panel.getByText('Что было').click()
  await panel.getByText('Срок перенесён до 13 марта 2026 — руководитель управления').waitFor()
  await director.keyboard.press('Escape')
}

export async function openOwn(page: Page, number: string) {
  await page.getByRole('heading', { name: 'План школы' }).waitFor()
  await page
    .getByRole('button', { name: new RegExp(`^${number.replace('.', '\\.')} `) })
    .first()
    .click()
  await page.getByRole('dialog').getByText('Срок по приказу').waitFor()
}
