import type { BrowserContext, Page } from 'playwright-core'
import { followQuestions } from '../../test/harness/questions.ts'

export type Painted = {
  /** Milliseconds until the largest thing of the screen was painted. */
  largest: number
  /** How much of the screen moved by itself. */
  shifts: number
  /** KB that came over the link. */
  carried: number
}

/** A processor four times as slow, and the link of a village: 1.6 Mbit/s, 150 ms there and back. */
const SLOWER = 4
const LINK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }

/** Opens an address on a slow machine behind a weak link, and tells what was painted when. */
export async function openSlowly(context: BrowserContext, url: string): Promise<Painted> {
  const page = await context.newPage()
  const calm = followQuestions(page)
  await page.addInitScript(watchPaint)
  const wire = await context.newCDPSession(page)
  await wire.send('Network.enable')
  await wire.send('Network.emulateNetworkConditions', LINK)
  await slowDown(page)
  let carried = 0
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    carried += encodedDataLength
  })
  try {
    await page.goto(url)
    await page.locator('h1').first().waitFor()
    await calm()
    await page.waitForTimeout(500)
    const { largest, shifts } = await page.evaluate(readPaint)
    return { largest, shifts, carried: carried / 1024 }
  } finally {
    await page.close()
  }
}

export async function slowDown(page: Page): Promise<void> {
  const wire = await page.context().newCDPSession(page)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
}

/** Run in the page before anything of it: it keeps what the browser tells of its painting. */
function watchPaint() {
  Object.assign(globalThis, { paintLargest: 0, paintShifts: 0 })
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) Object.assign(globalThis, { paintLargest: startTime })
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const before = Number(Reflect.get(globalThis, 'paintShifts'))
      Object.assign(globalThis, { paintShifts: before + Number(Reflect.get(entry, 'value')) })
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

function readPaint(): { largest: number; shifts: number } {
  return {
    largest: Number(Reflect.get(globalThis, 'paintLargest')),
    shifts: Number(Reflect.get(globalThis, 'paintShifts')),
  }
}
