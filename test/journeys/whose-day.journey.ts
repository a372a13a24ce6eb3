import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessContract } from '../../src/features/access/contract.ts'
import { day } from '../../src/kernel/day.ts'
import { PHONE } from '../harness/browser.ts'
import { isFaultless } from '../harness/fit-to-show.ts'
import { linkOf, startJourney } from '../harness/journey-start.ts'
import { startProduct } from '../harness/product.ts'

const journey = startJourney(() => startProduct('--demo'))

test('the controller reads her own decisions before what is late elsewhere, the coordinator what is late', async () => {
  const head = await enter('authority_head')
  expect(await listsOf(head)).toEqual(['Ждёт моего решения', 'Просрочено', 'На этой неделе'])
  const coordinator = await enter('municipal_coordinator')
  expect(await listsOf(coordinator)).toEqual(['Просрочено', 'На этой неделе', 'Ждёт моего решения'])
  const returned = coordinator.getByRole('listitem').filter({ hasText: 'возвращено' })
  expect(await returned.count()).toBe(1)
  expect(await returned.textContent()).not.toContain('Сосновская')
  journey.isQuiet()
})

test('a substitute reads until which day she decides for another', async () => {
  const administrator = await enter('administrator')
  const days = { startsOn: day(2026, 4, 20), endsOn: day(2026, 4, 30), basis: 'приказ № 12-к' }
  const added = await administrator.evaluate(add, { path: accessContract.addSubstitution.path, days })
  expect(added).toBe(200)
  const curator = await enter('curator', '', PHONE)
  await curator
    .getByText(/^Вы сейчас и\. о\. руководителя управления \(вместо: Рябинина.В\..С\., по 30 апреля 2026\)/)
    .waitFor()
  expect((await listsOf(curator))[0]).toBe('Ждёт моего решения')
  await isFaultless(curator)
  journey.isQuiet()
})

test('while no mail server is set, whoever chooses letters reads it', async () => {
  const school = await enter('school_head')
  await school.goto(`${journey.product().url}/settings/notifications`)
  await school.getByText('Письма пока никуда не уходят').waitFor()
  await school.getByText('Почту настраивает администратор, в разделе «Почта».').waitFor()
  await isFaultless(school)
  const administrator = await enter('administrator')
  await administrator.goto(`${journey.product().url}/settings/notifications`)
  await administrator.getByRole('link', { name: 'Настроить почту' }).click()
  await administrator.waitForURL(/\/settings\/mail/)
  journey.isQuiet()
})

async function enter(role: string, name = '', device = {}): Promise<Page> {
  const page = await journey.enter(linkOf(journey.product(), role, name), device)
  await page.getByRole('heading', { name: 'Сегодня', level: 1 }).waitFor()
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  return page
}

async function listsOf(page: Page): Promise<string[]> {
  const heads = await page.getByRole('heading', { level: 2 }).allTextContents()
  return heads.map((one) => one.replace(/\s*\d*$/, ''))
}

/** Run in the page: the curator stands in for the head of the authority. */
async function add({ path, days }: { path: string; days: object }): Promise<number> {
  const { people }: { people: { id: string; name: string }[] } = await (await fetch('/api/people')).json()
  const idOf = (name: string) => people.find((one) => one.name.startsWith(name))?.id
  const { status } = await fetch(`/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ ...days, absentId: idOf('Рябинина'), substituteId: idOf('Громов') }),
  })
  return status
}
