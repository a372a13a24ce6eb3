import type { Page } from 'playwright-core'
import { inviteHead, linkIn } from '../../harness/first-start.ts'

/** The links of the head and of one school's director, as the coordinator hands them out. */
export async function inviteBoth(page: Page, url: string): Promise<{ head: string; director: string }> {
  await page.goto(`${url}/settings/links`)
  await page.getByRole('button', { name: /^Сделать ссылки/ }).click()
  const slip = page.locator('li, article, section').filter({ hasText: 'Берёзовская' }).filter({ hasText: '/link#' })
  const director = linkIn(await slip.last().innerText())
  await page.goto(`${url}/settings/people`)
  return { head: await inviteHead(page), director }
}

/** Where her letters go. */
export async function giveAddress(page: Page, url: string, email: string) {
  await page.goto(`${url}/settings/notifications`)
  await page.getByLabel('Адрес для писем').fill(email)
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Сохранено').first().waitFor()
}
