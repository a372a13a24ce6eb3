import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type Visit, visit } from '../harness/browser.ts'
import { type Product, startProduct } from '../harness/product.ts'
import { followQuestions } from '../harness/questions.ts'

let product: Product
let browser: Browser
let coordinator: Visit

beforeAll(async () => {
  product = await startProduct('--demo')
  browser = await openBrowser()
  const link = product.links.find((one) => one.role === 'municipal_coordinator')
  coordinator = await visit(browser, link?.url ?? '')
  await coordinator.page.getByRole('heading', { name: /^Просрочено/ }).waitFor()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const screens = [
  ['/', '/api/today'],
  ['/tasks', '/api/tasks?page=1'],
  ['/road-map', '/matrix'],
  ['/settings/registry', '/api/registry-imports'],
] as const

test.each(screens)('the page of %s brings its answers with it, and none of them is asked', async (path, own) => {
  const asked = await questionsAt(path)
  const brought = ['/api/me', '/api/programmes', own]
  expect(asked.filter((url) => brought.some((one) => url.endsWith(one)))).toEqual([])
  expect(coordinator.complaints).toEqual([])
})

test('a screen in another language than the page asks for itself', async () => {
  const { page } = coordinator
  await page.evaluate(() => localStorage.setItem('opora.language', 'en'))
  const asked = await questionsAt('/tasks')
  await page.evaluate(() => localStorage.removeItem('opora.language'))
  for (const path of ['/api/me', '/api/programmes', '/api/tasks?page=1']) {
    expect(asked.filter((url) => url === product.url + path)).toHaveLength(1)
  }
})

test('a page without a session carries no answer', async () => {
  const context = await browser.newContext()
  const answer = await context.request.get(`${product.url}/tasks`)
  expect(await answer.text()).not.toContain('data-answer')
  await context.close()
})

async function questionsAt(path: string): Promise<string[]> {
  const { page } = coordinator
  const calm = followQuestions(page)
  const asked: string[] = []
  const note = (request: { url(): string }) => asked.push(request.url())
  page.on('request', note)
  await page.goto(`${product.url}${path}`)
  await page.locator('h1').first().waitFor()
  await calm()
  page.off('request', note)
  return asked
}
