import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PHONE } from '../harness/browser.ts'
import { linkOf, startJourney } from '../harness/journey-start.ts'
import { startProduct } from '../harness/product.ts'

const journey = startJourney(() => startProduct('--demo'))

async function enter(role: string, name: string, device = {}): Promise<Page> {
  const page = await journey.enter(linkOf(journey.product(), role, name), device)
  await page.getByRole('heading', { name: 'Сегодня' }).waitFor()
  return page
}

test('a school mends what came back, the coordinator agrees, the director records her order', async () => {
  const director = await enter('school_head', 'Лугова', PHONE)
  await director.getByRole('link', { name: 'Поправить' }).click()
  await director.getByText('Допишите показатель у консультаций').waitFor()
  const first = director.getByRole('article', { name: /^Ш\.1/ })
  await first.getByText('По чему увидим').waitFor()
  await first.getByText('Нет показателя').waitFor()
  await first.getByLabel('Показатель: Ш.1').fill('Не менее 70 % сдали повторный пробный экзамен')
  await first.getByText(/^Сохранено/).waitFor()
  await first.getByText('Нет показателя').waitFor({ state: 'detached' })
  await first.getByRole('button', { name: 'Учтено' }).click()
  await first.getByText(/учтено/).waitFor()
  await director.reload()
  await director.getByRole('article', { name: /^Ш\.1/ }).waitFor()
  expect(await director.getByLabel('Показатель: Ш.1').inputValue()).toContain('70 %')
  await press(director, 'Отправить на согласование')
  await director.getByText(/Карта на согласовании с/).waitFor()

  const coordinator = await enter('municipal_coordinator', 'Лебедева')
  await coordinator.getByText('Карты школ ждут согласования: 2').waitFor()
  await coordinator.getByRole('link', { name: 'Посмотреть' }).click()
  await coordinator.getByRole('button', { name: 'МБОУ «Луговская СОШ»' }).click()
  await coordinator.getByText('Не менее 70 % сдали').waitFor()
  await press(coordinator, 'Согласовать')
  await coordinator
    .getByText(/Карта согласована/)
    .first()
    .waitFor()

  await director.getByRole('button', { name: 'Внести приказ директора' }).click()
  const dialog = director.getByRole('dialog')
  await dialog.getByLabel('Номер приказа').fill('41-у')
  await dialog.getByRole('button', { name: 'Утвердить' }).click()
  await director.getByText('Утверждена приказом № 41-у').waitFor()
  journey.isQuiet()
})

/** The primary action, and its confirmation in the window over the page. */
async function press(page: Page, name: string) {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('dialog').getByRole('button', { name }).click()
}
