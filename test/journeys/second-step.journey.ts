import AxeBuilder from '@axe-core/playwright'
import { generate } from 'otplib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PHONE } from '../harness/browser.ts'
import { beginWork, fillFirstStart, inviteHead, LOGIN, PASSWORD } from '../harness/first-start.ts'
import { startJourney } from '../harness/journey-start.ts'
import { startProduct } from '../harness/product.ts'

const { product, enter, visits } = startJourney(() => startProduct())

test('an administrator signs in by password and phone, and requires the same of the head', async () => {
  const page = await enter(product().links[0]?.url ?? '')
  await fillFirstStart(page)
  await beginWork(page)
  const { secret, codes } = await setUpPhone(page)

  await signOut(page)
  await givePassword(page)
  await page.getByLabel('Код с телефона').fill('000000')
  await isPresentable(page, 'code')
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByRole('alert').filter({ hasText: 'Код не подошёл' }).waitFor()
  await page.getByLabel('Код с телефона').fill(await codeIn(secret, 1))
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByRole('heading', { name: 'Сегодня' }).waitFor()

  await signOut(page)
  await givePassword(page)
  await page.getByRole('button', { name: 'Нет телефона под рукой' }).click()
  await page.getByLabel('Код с листа').fill(codes[0] ?? '')
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByRole('heading', { name: 'Сегодня' }).waitFor()

  await page.goto(`${product().url}/settings/entry`)
  await page.getByText('На листе осталось 9 кодов.').waitFor()
  await page.getByRole('button', { name: 'Сделать обязательным' }).click()
  await page.getByText('обязателен для администраторов и руководителей').waitFor()
  await isPresentable(page, 'entry')

  const head = await enter(await headLinkOf(page), PHONE)
  await head.getByLabel('Имя для входа').fill('nachalnik@example.test')
  await head.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await head.getByRole('button', { name: 'Войти в Опору' }).click()
  await head.getByText('входят в два шага').waitFor()
  await isPresentable(head, 'required')
  await head.goto(product().url)
  await head.waitForURL(/sign-in/)
  for (const one of visits) expect(one.strayRequests).toEqual([])
})

async function setUpPhone(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.goto(`${product().url}/settings/entry`)
  await page.getByRole('button', { name: 'Настроить второй шаг' }).click()
  await page.getByLabel('Ваш пароль').fill(PASSWORD)
  await page.getByRole('button', { name: 'Дальше' }).click()
  const key = await page.getByText('Камеры нет? Наберите ключ').innerText()
  const secret = key.replace(/^.*:/, '').replace(/\s/g, '')
  await isPresentable(page, 'phone')
  await page.getByLabel('Код с телефона').fill(await codeIn(secret))
  await page.getByRole('button', { name: 'Включить второй шаг' }).click()
  await page.getByRole('heading', { name: 'Десять кодов' }).waitFor()
  const codes = await page.getByRole('list', { name: 'Коды с листа' }).getByRole('listitem').allInnerTexts()
  expect(codes).toHaveLength(10)
  await isPresentable(page, 'sheet')
  await page.getByRole('button', { name: 'Коды сохранены, продолжить' }).click()
  await page.getByText('На листе осталось 10 кодов.').waitFor()
  return { secret, codes }
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: /Лебедева/ }).click()
  await page.getByRole('button', { name: 'Выйти' }).click()
  await page.getByRole('heading', { name: 'Вход', exact: true, level: 1 }).waitFor()
  await page.waitForURL(/sign-in/)
}

async function givePassword(page: Page) {
  await page.getByLabel('Имя для входа').fill(LOGIN)
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByLabel('Код с телефона').waitFor()
}

async function headLinkOf(page: Page): Promise<string> {
  await page.goto(`${product().url}/settings/people`)
  return inviteHead(page)
}

/** What a phone shows now, or half minutes later; a code that was taken does not open again. */
function codeIn(secret: string, steps = 0): Promise<string> {
  return generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps })
}

/** Readable in both themes; with PICTURES set, also a picture of each size and theme. */
async function isPresentable(page: Page, name: string) {
  const size = page.viewportSize()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([])
    if (!process.env.PICTURES) continue
    for (const shape of [
      { width: 1366, height: 768 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(shape)
      await page.screenshot({ path: `${process.env.PICTURES}/${name}-${shape.width}-${colorScheme}.png` })
    }
    if (size) await page.setViewportSize(size)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
