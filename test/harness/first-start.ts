import type { Page } from 'playwright-core'
import type { Role } from '../../src/kernel/actor.ts'

export const PASSWORD = 'сосна берёза рябина клён'
export const LOGIN = 'lebedeva@example.test'

/** The first person says who she is: she becomes coordinator and administrator of an authority. */
export async function fillFirstStart(page: Page): Promise<void> {
  await page.getByLabel('Фамилия, имя, отчество').fill('Лебедева Ольга Николаевна')
  await page.getByLabel('Должность').fill('методист')
  await page.getByLabel('Название управления образования').fill('Управление образования Заречного округа')
  await page.getByLabel('Имя для входа').fill(LOGIN)
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
}

/** What she has filled in, sent. */
export async function beginWork(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Начать работу' }).click()
  await page.getByText('Начните с приказа').waitFor()
}

/** Whoever was invited takes a name and a password of her own; a school's link does not know her name yet. */
export async function acceptInvitation(page: Page, login: string, name?: string): Promise<void> {
  await fillInvitation(page, login, name)
  await page.getByRole('button', { name: 'Войти в Опору' }).click()
  await page.getByRole('heading', { name: 'Сегодня' }).waitFor()
}

export async function fillInvitation(page: Page, login: string, name?: string): Promise<void> {
  await page.getByRole('heading', { name: 'Приглашение в Опору' }).waitFor()
  if (name) await page.getByLabel('Фамилия, имя, отчество').fill(name)
  await page.getByLabel('Имя для входа').fill(login)
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
}

/** The link in a slip or a letter. */
export function linkIn(text: string): string {
  const link = /https?:\/\/\S+\/link#[\w-]+/.exec(text)?.[0]
  if (!link) throw new Error(`no link in: ${text}`)
  return link
}

/** A head of the authority, invited by its administrator: the link that she is sent. */
export function inviteHead(page: Page): Promise<string> {
  return invitePerson(page, { name: 'Рябинина Вера Сергеевна', role: 'authority_head' })
}

/** Somebody of the authority, from the list of people: the link that she is sent. */
export async function invitePerson(page: Page, { name, role }: { name: string; role: Role }): Promise<string> {
  await page.getByRole('button', { name: 'Добавить человека' }).click()
  await page.getByLabel('Фамилия, имя, отчество').fill(name)
  await page.getByLabel('Роль').selectOption(role)
  await page.getByRole('button', { name: 'Добавить', exact: true }).click()
  await page.getByRole('button', { name: 'Новая ссылка' }).click()
  await page.getByRole('dialog', { name: 'Новая ссылка' }).getByRole('button', { name: 'Новая ссылка' }).click()
  await page.getByText('Действует один раз').waitFor()
  return linkIn(await page.getByRole('textbox', { name: /^Скопируйте/ }).inputValue())
}
