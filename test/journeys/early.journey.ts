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

test.each([
  ['/', '/api/today'],
  ['/tasks', '/api/tasks?page=1'],
  ['/road-map', '/matrix'],
  ['/settings/registry', '/api/registry-imports'],
])('%s is answered before its code has come, and asks nothing twice', async (path, question) => {
  const { page, complaints } = coordinator
  const calm = followQuestions(page)
  const asked: string[] = []
  const note = (request: { url(): string }) => asked.push(request.url())
  page.on('request', note)
  const answered = page.waitForResponse((response) => response.url().endsWith(question))
  // The shell is held back until the answer is there: only what asks early can have asked for it.
  await page.route(/\/assets\/index-[^/]+\.js$/, async (route) => {
    await answered
    await route.continue()
  })
  await page.goto(`${product.url}${path}`)
  await page.locator('h1').first().waitFor()
  await calm()
  await page.unrouteAll()
  page.off('request', note)
  const twice = asked.filter((url, place) => asked.indexOf(url) !== place)
  expect(twice).toEqual([])
  expect(complaints).toEqual([])
})
