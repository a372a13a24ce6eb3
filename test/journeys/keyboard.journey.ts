import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demoOrderDocx } from '../../src/features/road-maps/demo-order.ts'
import { LOGIN, linkIn, PASSWORD } from '../harness/first-start.ts'
import { startJourney } from '../harness/journey-start.ts'
import { type Keyboard, keyboardOf } from '../harness/keyboard.ts'
import { startProduct } from '../harness/product.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Desk = { page: Page; keys: Keyboard }

const { product, enter } = startJourney(() => startProduct())

test('from the first link to the second step, all of the work is done without a mouse', async () => {
  const coordinator = await sitDown(product().links[0]?.url ?? '')
  await setUp(coordinator)
  await importOrder(coordinator)
  await confirmAndSend(coordinator)
  const school = await sitDown(await inviteSchool(coordinator))
  await acceptInvitation(school)
  await handIn(school, 'Участвовали директор и завуч')
  await giveBack(coordinator)
  await handIn(school, 'Приложен протокол совещания')
  await accept(coordinator)
  await giveTask(coordinator)
  await searchAndOpenSettings(coordinator)
  await putRegionAbove(coordinator)
  for (const { keys } of [coordinator, school]) expect([...keys.faults]).toEqual([])
})

async function sitDown(link: string): Promise<Desk> {
  const page = await enter(link)
  return { page, keys: keyboardOf(page) }
}

async function setUp({ page, keys }: Desk) {
  await keys.write(page.getByLabel('Фамилия, имя, отчество'), 'Лебедева Ольга Николаевна')
  await keys.write(page.getByLabel('Название управления образования'), 'Управление образования Заречного округа')
  await keys.write(page.getByLabel('Имя для входа'), LOGIN)
  await keys.write(page.getByLabel('Пароль', { exact: true }), PASSWORD)
  await keys.press(page.getByRole('button', { name: 'Начать работу' }))
  await page.getByText('Начните с приказа').waitFor()
}

async function importOrder({ page, keys }: Desk) {
  await keys.press(page.getByRole('link', { name: 'Перетащить приказ' }))
  await page.getByRole('heading', { level: 1 }).waitFor()
  const chooser = page.waitForEvent('filechooser')
  await keys.press(page.getByRole('button', { name: /Выбрать/ }))
  const file = { name: 'Приказ № 47.docx', mimeType: DOCX, buffer: Buffer.from(demoOrderDocx()) }
  await (await chooser).setFiles(file)
  await page.getByText('Как понято').first().waitFor()
  await keys.press(page.getByRole('button', { name: 'Оставить как есть' }))
  await page.getByText('решено 1 из', { exact: false }).waitFor()
}

async function confirmAndSend({ page, keys }: Desk) {
  await keys.press(page.getByRole('navigation', { name: 'Шаги' }).getByRole('button', { name: 'Участники' }))
  const choices = page.getByRole('combobox', { name: /^Вариант сопровождения:/ })
  await choices.first().waitFor()
  const saved = page.waitForResponse((answer) => answer.url().includes('/participants/') && answer.ok())
  await keys.choose(choices.first(), 'first-or-repeated')
  await saved
  await keys.press(page.getByRole('navigation', { name: 'Шаги' }).getByRole('button', { name: 'Подтверждение' }))
  await keys.press(page.getByRole('button', { name: 'Подтвердить понимание' }))
  await page.getByRole('heading', { name: 'Направить школам', level: 1 }).waitFor()
  await keys.press(page.getByRole('button', { name: 'Направить школам' }))
  await keys.press(page.getByRole('dialog').getByRole('button', { name: 'Направить школам' }))
  await page.getByText('План направлен всем школам').waitFor()
}

async function inviteSchool({ page, keys }: Desk): Promise<string> {
  await keys.press(page.getByRole('link', { name: 'Настройки' }))
  await keys.press(page.getByRole('link', { name: 'Ссылки для школ' }))
  await keys.press(page.getByRole('button', { name: /^Сделать ссылки/ }))
  const slip = page.locator('li, article, section').filter({ hasText: 'Берёзовская' }).last()
  await slip.waitFor()
  return linkIn(await slip.innerText())
}

async function acceptInvitation({ page, keys }: Desk) {
  await keys.write(page.getByLabel('Фамилия, имя, отчество'), 'Берёзкина Марина Юрьевна')
  await keys.write(page.getByLabel('Имя для входа'), 'direktor@example.test')
  await keys.write(page.getByLabel('Пароль', { exact: true }), PASSWORD)
  await keys.press(page.getByRole('button', { name: 'Войти в Опору' }))
  await page.getByRole('heading', { name: 'Сегодня' }).waitFor()
}

async function handIn({ page, keys }: Desk, note: string) {
  await keys.press(page.getByRole('link', { name: 'Дорожная карта' }))
  await page.getByRole('heading', { name: 'План школы' }).waitFor()
  await keys.press(page.getByRole('button', { name: /1\.4 Участие в областном совещании/ }))
  const panel = page.getByRole('dialog')
  await keys.press(panel.getByRole('button', { name: 'Добавить подтверждение' }))
  await keys.to(panel.getByRole('radio').first())
  while (!(await panel.getByLabel('Что сделано').isVisible())) await page.keyboard.press('ArrowRight')
  await keys.write(panel.getByLabel('Что сделано'), note)
  await keys.press(panel.getByRole('button', { name: 'Внести' }))
  await keys.press(panel.getByRole('button', { name: 'Сдать' }))
  await panel.getByText('ждёт приёмки').first().waitFor()
  await page.keyboard.press('Escape')
}

/** Over the grid by arrows, into the cell by Enter. */
async function openCell({ page, keys }: Desk) {
  await keys.press(page.getByRole('link', { name: 'Дорожная карта' }))
  await page.getByRole('grid').waitFor()
  const wanted = page.getByRole('gridcell', { name: /Берёзовская.*1\.4 / })
  await keys.to(page.locator('[role=gridcell][tabindex="0"]'))
  const [row = 0, column = 0] = await placeOf(wanted)
  const [fromRow = 0, fromColumn = 0] = await placeOf(page.locator('[role=gridcell]:focus'))
  for (let step = 0; step < row - fromRow; step++) await page.keyboard.press('ArrowDown')
  for (let step = 0; step < fromRow - row; step++) await page.keyboard.press('ArrowUp')
  for (let step = 0; step < column - fromColumn; step++) await page.keyboard.press('ArrowRight')
  for (let step = 0; step < fromColumn - column; step++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  return page.getByRole('dialog')
}

async function placeOf(cell: Locator): Promise<number[]> {
  return ((await cell.getAttribute('data-place')) ?? '').split('.').map(Number)
}

async function giveBack(desk: Desk) {
  const { page, keys } = desk
  const panel = await openCell(desk)
  await keys.press(panel.getByRole('button', { name: 'Вернуть' }))
  await keys.write(panel.getByRole('textbox'), 'Приложите протокол')
  await keys.press(panel.getByRole('button', { name: 'Вернуть' }))
  await panel.getByText('возвращено').first().waitFor()
  await page.keyboard.press('Escape')
}

async function accept(desk: Desk) {
  const { page, keys } = desk
  const panel = await openCell(desk)
  await keys.press(panel.getByRole('button', { name: 'Принять', exact: true }))
  await panel.getByText('принято').first().waitFor()
  await page.keyboard.press('Escape')
}

async function giveTask({ page, keys }: Desk) {
  await keys.press(page.getByRole('link', { name: 'Поручения' }))
  await keys.press(page.getByRole('button', { name: 'Дать поручение' }))
  const form = page.getByRole('dialog', { name: 'Новое поручение' })
  await keys.write(form.getByLabel('Что сделать'), 'Сообщите число слушателей')
  await keys.write(form.getByRole('textbox', { name: 'Срок' }), '24.12.2036')
  await keys.press(form.getByRole('button', { name: 'Всем школам' }))
  await keys.press(form.getByRole('button', { name: 'Дать поручение' }))
  await form.waitFor({ state: 'detached' })
}

async function searchAndOpenSettings({ page, keys }: Desk) {
  await page.keyboard.press('Control+KeyK')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await page.keyboard.insertText('слушателей')
  await page.getByRole('option', { name: /Сообщите число/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByText('Сообщите число слушателей').first().waitFor()
  await page.keyboard.press('Escape')
  await keys.press(page.getByRole('link', { name: 'Настройки' }))
  await keys.press(page.getByRole('link', { name: 'Вход', exact: true }))
  await keys.press(page.getByRole('button', { name: 'Настроить второй шаг' }))
  await keys.write(page.getByLabel('Ваш пароль'), PASSWORD)
  await keys.press(page.getByRole('button', { name: 'Дальше' }))
  await page.getByText('Камеры нет? Наберите ключ').waitFor()
}

async function putRegionAbove({ page, keys }: Desk) {
  await keys.press(page.getByRole('link', { name: 'Организации', exact: true }))
  await keys.press(page.getByRole('button', { name: 'Ещё' }))
  await keys.press(page.getByRole('button', { name: 'Поставить регион над управлением' }))
  const form = page.getByRole('dialog', { name: 'Регион над управлением' })
  await keys.write(form.getByLabel('Краткое название'), 'Заречная область')
  await keys.write(form.getByLabel('Полное название'), 'Заречная область')
  await keys.press(form.getByRole('button', { name: 'Поставить регион' }))
  await form.waitFor({ state: 'detached' })
  await page.getByRole('row', { name: /Заречная область/ }).waitFor()
}
