import type { Browser, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { measureScreens } from '../../bench/screens.ts'
import { bareScreens } from '../../src/app/web/screens.ts'
import { accessContract } from '../../src/features/access/contract.ts'
import { openBrowser, type Visit, visit } from '../harness/browser.ts'
import { faultsOf, faultsOfFocus, violationsInLight } from '../harness/look-over.ts'
import { type Product, startProduct } from '../harness/product.ts'
import { followQuestions } from '../harness/questions.ts'
import { addressOf, type Look, looks, routes } from '../harness/screen-looks.ts'
import { findPlaces, type Places } from '../harness/screen-places.ts'

const WAIT_MS = 15_000
/** What a browser says of an answer that the journey has broken on purpose. */
const BROKEN = /Failed to load resource/

type Desk = Visit & { calm(): Promise<void> }
type Pair = { whole: Desk; broken: Desk }

let product: Product
let browser: Browser
/** Who looks at screens as they are; and beside her, at the same time, who gets no answer there. */
let coordinator: Pair
let stranger: Pair
let places: Places

beforeAll(async () => {
  product = await startProduct('--demo')
  browser = await openBrowser()
  const link = product.links.find((one) => one.role === 'municipal_coordinator')
  coordinator = await sitTwice(link?.url ?? '', /^Просрочено/)
  stranger = await sitTwice(`${product.url}/sign-in`, /\S/)
  places = await findPlaces(coordinator.whole.page)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('every route is looked at', () => {
  expect(Object.keys(looks).sort()).toEqual([...routes].sort())
})

test('the first screen weighs at most 200 KB, each later one at most 60 KB', () => {
  const [first, ...later] = measureScreens().map(({ screen, script }) => ({ screen, weight: script.gzip / 1024 }))
  expect(first?.weight).toBeLessThanOrEqual(200)
  expect(later.filter(({ weight }) => weight > 60)).toEqual([])
})

test.each(routes)('%s is accessible in light and dark, magnified, over a fault, and in its windows', async (route) => {
  const look = looks[route]
  if (!look) throw new Error(`${route} is looked at nowhere`)
  const { whole, broken } = bareScreens.some(({ path }) => path === route) ? stranger : coordinator
  const found = await Promise.all([faultsOfScreen(whole, look), faultsWithoutAnswers(broken, look)])
  const faults = found.flat()
  expect(faults, faults.join('\n')).toEqual([])
})

test('no screen complained or looked for anybody else', () => {
  for (const { whole, broken } of [coordinator, stranger]) {
    for (const { complaints, strayRequests } of [whole, broken]) {
      expect([complaints.filter((one) => !BROKEN.test(one)), strayRequests]).toEqual([[], []])
    }
  }
})

/** As it stands, by Tab, and in everything that opens over it. */
async function faultsOfScreen(desk: Desk, { path, states = {} }: Look): Promise<string[]> {
  const { page } = desk
  const faults: string[] = []
  const note = (state: string, found: readonly string[]) => faults.push(...found.map((one) => `${state}: ${one}`))
  await open(desk, path)
  note('at rest', await faultsOf(page))
  note('by Tab', await faultsOfFocus(page))
  for (const [state, reach] of Object.entries(states)) {
    await open(desk, typeof reach === 'string' ? reach : path)
    if (typeof reach !== 'string') await reach(page)
    await desk.calm()
    note(state, await faultsOf(page))
  }
  return faults
}

async function faultsWithoutAnswers(desk: Desk, { path }: Look): Promise<string[]> {
  const { page } = desk
  await open(desk, path)
  const isBroken = await page.getByText('Здесь сломалась наша страница').isVisible()
  return [...(isBroken ? ['the page broke'] : []), ...(await violationsInLight(page))].map(
    (one) => `over a fault: ${one}`,
  )
}

async function sitTwice(url: string, heading: RegExp): Promise<Pair> {
  const [whole, broken] = [await sit(url), await sit(url)]
  for (const { page } of [whole, broken]) await page.getByRole('heading', { name: heading }).first().waitFor()
  await broken.page.route('**/api/**', breakAnswer)
  return { whole, broken }
}

async function sit(url: string): Promise<Desk> {
  const entered = await visit(browser, url)
  entered.page.setDefaultTimeout(WAIT_MS)
  return { ...entered, calm: followQuestions(entered.page) }
}

async function open({ page, calm }: Desk, path: string) {
  // An address that differs in its fragment alone would not be opened anew.
  await page.goto('about:blank')
  await page.goto(`${product.url}${addressOf(path, places)}`)
  await page.locator('h1, [role=alert]').first().waitFor()
  await calm()
}

/** The shell stands, and what the screen asks for does not come. */
function breakAnswer(route: Route) {
  const { pathname } = new URL(route.request().url())
  if (pathname === `/api${accessContract.loadMe.path}` || route.request().method() !== 'GET') return route.continue()
  const requestId = '00000000-0000-7000-8000-000000000000'
  const json = { code: 'server.broken', message: 'Что-то сломалось у нас, не у вас.', requestId }
  return route.fulfill({ status: 500, json })
}
