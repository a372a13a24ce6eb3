import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { BareBrowser } from './bare-browser.ts'
import type { SlowLink } from './slow-link.ts'

export type Painted = {
  /** Milliseconds until the largest thing of the screen was painted. */
  largest: number
  /** How much of the screen moved by itself. */
  shifts: number
  /** KB that came over the link. */
  carried: number
}

/** How many times slower the processor of the page is made. */
export const SLOWER = 4

const evaluated = z.object({ result: z.object({ value: z.unknown() }) })
const painted = z.object({ largest: z.number(), shifts: z.number() })

const SILENT_MS = 2_000
const LONGEST_WAIT_MS = 20_000
const SCREEN = { width: 1366, height: 768, deviceScaleFactor: 1, mobile: false }

/** Opens an address in a page of its own on a slow machine behind a weak link, and tells what was painted when. */
export async function openSlowly(browser: BareBrowser, link: SlowLink, path: string): Promise<Painted> {
  const target = await browser.call('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await browser.call('Target.attachToTarget', { ...target, flatten: true })
  const session = String(sessionId)
  await browser.call('Emulation.setDeviceMetricsOverride', SCREEN, session)
  await browser.call('Emulation.setCPUThrottlingRate', { rate: SLOWER }, session)
  const before = link.carried()
  try {
    await browser.call('Page.navigate', { url: `${link.url}${path}` }, session)
    await untilDrawn(browser, session)
    await link.silent(SILENT_MS)
    const { largest, shifts } = painted.parse(await evaluate(browser, session, readPaint))
    return { largest, shifts, carried: (link.carried() - before) / 1024 }
  } finally {
    await browser.call('Target.closeTarget', target)
  }
}

async function untilDrawn(browser: BareBrowser, session: string): Promise<void> {
  const begun = performance.now()
  while (!(await evaluate(browser, session, () => document.querySelector('h1') !== null))) {
    if (performance.now() - begun > LONGEST_WAIT_MS) throw new Error('a screen was never drawn')
    await sleep(SILENT_MS / 4)
  }
}

/** Run in the page; it answers plain data. */
async function evaluate(browser: BareBrowser, session: string, work: () => unknown): Promise<unknown> {
  const expression = `(${work})()`
  const answer = await browser.call(
    'Runtime.evaluate',
    { expression, awaitPromise: true, returnByValue: true },
    session,
  )
  return evaluated.parse(answer).result.value
}

/** Run in the page: what the browser has kept of its painting. */
async function readPaint(): Promise<{ largest: number; shifts: number }> {
  let largest = 0
  let shifts = 0
  const seen = new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) largest = startTime
      resolve(null)
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts += Number(Reflect.get(entry, 'value'))
  }).observe({ type: 'layout-shift', buffered: true })
  await seen
  await new Promise((resolve) => setTimeout(resolve, 200))
  return { largest, shifts }
}
