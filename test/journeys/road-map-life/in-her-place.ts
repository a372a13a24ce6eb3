import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { acceptInvitation, invitePerson } from '../../harness/first-start.ts'
import { look } from './desk.ts'
import { openOwn } from './move-deadline.ts'

const DECIDED = 'Громов Павел Андреевич, и. о. руководителя управления (вместо: Рябинина В. С.)'

/** The head is away for a day: the coordinator hands her work to a curator, who has come in by a link of his own. */
export async function standIn(coordinator: Page, enter: (link: string) => Promise<Page>, { url, on }: Standing) {
  await coordinator.goto(`${url}/settings/people`)
  const link = await invitePerson(coordinator, { name: 'Громов Павел Андреевич', role: 'curator' })
  const curator = await enter(link)
  await acceptInvitation(curator, 'kurator@example.test')
  await coordinator.goto(`${url}/settings/substitutions`)
  await coordinator.getByRole('button', { name: 'Назначить замещение' }).click()
  const dialog = coordinator.getByRole('dialog')
  await choosePerson(dialog.getByLabel('Кого замещают'), 'Рябинина')
  await choosePerson(dialog.getByLabel('Кто замещает'), 'Громов')
  await dialog.getByLabel('С', { exact: true }).fill(on)
  await dialog.getByLabel('По (включительно)').fill(on)
  await dialog.getByLabel('Основание').fill('приказ № 12-к')
  await dialog.getByRole('button', { name: 'Назначить', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await look(coordinator, '14-substitution')
  return curator
}

type Standing = { url: string; on: string }

/** What the school asks that day stands on the curator's first screen, and he decides it in the head's place. */
export async function decideInHerPlace(director: Page, curator: Page, url: string) {
  await director.goto(`${url}/road-map`)
  await openOwn(director, '1.3')
  const panel = director.getByRole('dialog')
  await panel.getByRole('button', { name: 'Попросить перенести срок' }).click()
  await panel.getByLabel('До какого дня').fill('10.04.2026')
  await panel.getByLabel('Почему не успеть в срок').fill('Два учителя на курсах')
  await panel.getByRole('button', { name: 'Отправить просьбу' }).click()
  await panel.getByText('Просят перенести срок до 10 апреля 2026', { exact: true }).waitFor()

  await curator.goto(url)
  await curator.getByRole('link', { name: 'Решить о переносе' }).click()
  const decision = curator.getByRole('dialog')
  await decision.getByRole('button', { name: 'Перенести срок' }).click()
  await decision.getByRole('button', { name: 'Перенести срок' }).click()
  await decision.getByText('Срок перенесён до 10 апреля 2026').first().waitFor()
  await decision.getByText('Что было').click()
  await decision.getByText(`Срок перенесён до 10 апреля 2026 — ${DECIDED}`).waitFor()
  await decision.getByRole('button', { name: 'Отменить перенос' }).waitFor()
  await look(curator, '14-in-her-place')

  await director.reload()
  await panel.getByText('Что было').click()
  await panel.getByText('Срок перенесён до 10 апреля 2026 — и. о. руководителя управления', { exact: true }).waitFor()
  await director.keyboard.press('Escape')
}

/** On the next day he reads what he has decided, and decides nothing any more. */
export async function standInNoMore(curator: Page) {
  await curator.reload()
  const panel = curator.getByRole('dialog')
  await panel.getByText(DECIDED).first().waitFor()
  expect(await panel.getByRole('button', { name: 'Отменить перенос' }).count()).toBe(0)
}

async function choosePerson(field: ReturnType<Page['getByLabel']>, name: string) {
  await field.locator('option', { hasText: name }).waitFor({ state: 'attached' })
  const labels = await field.locator('option').allInnerTexts()
  await field.selectOption({ label: labels.find((label) => label.startsWith(name)) ?? '' })
}
