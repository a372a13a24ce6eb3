import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** Without these Chromium looks for its maker's services, and as root it does not start at all. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** The real browser that scripts/journey.mjs has found. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath) throw new Error('No browser: run the journeys by `npm run journey`.')
  return await chromium.launch({ executablePath, args: BROWSER_FLAGS })
}

export interface Visit {
  page: Page
  /** Requests that went to another host than the product's; a journey ends with none. */
  strayRequests: string[]
  /** What the page complained of in its console, and what it threw. */
  complaints: string[]
  close(): Promise<void>
}

/** One person at the product, with cookies of her own: a Russian browser, an office screen unless said otherwise. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1366, height: 768 }, ...options })
  const strayRequests: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && host !== new URL(url).host) strayRequests.push(request.url())
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(url)
  return { page, strayRequests, complaints, close: () => context.close() }
}

/** A phone held upright. */
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/** What every visitor sees now, in `test-results/`: for a journey that broke. */
export async function takePictures(visits: readonly Visit[]): Promise<void> {
  for (const [place, { page, complaints }] of visits.entries()) {
    await page.screenshot({ path: `test-results/visitor-${place + 1}.png` })
    for (const complaint of complaints) console.error(`visitor ${place + 1}: ${complaint}`)
  }
}
