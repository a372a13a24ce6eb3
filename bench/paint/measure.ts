import type { BrowserContext } from 'playwright-core'
import { roadMapsContract } from '../../src/features/road-maps/contract.ts'
import { requestOf } from '../../src/kernel/contract.ts'
import { openBrowser, visit } from '../../test/harness/browser.ts'
import { startProduct } from '../../test/harness/product.ts'
import { median, spread } from '../median.ts'
import { BareBrowser } from './bare-browser.ts'
import { type Scrolled, scrollMatrix } from './scroll.ts'
import { openSlowLink, type SlowLink } from './slow-link.ts'
import { openSlowly, type Painted } from './slow-page.ts'

export type ScreenPaint = {
  screen: string
  first: number
  second: number
  shifts: number
  carried: number
  noise: number
}
export type Paint = { screens: ScreenPaint[]; scroll: Scrolled }

const ROUNDS = 3

/** What a slow machine behind a weak link paints of the main screens of the demonstration, at the first visit and the second. */
export async function measurePaint(tell: (line: string) => void): Promise<Paint> {
  const product = await startProduct('--demo')
  const browser = await openBrowser()
  const link = await openSlowLink(product.url)
  try {
    const invited = product.links.find((one) => one.role === 'municipal_coordinator')
    const { page, close } = await visit(browser, invited?.url ?? '')
    await page.getByRole('heading', { name: /^Просрочено/ }).waitFor()
    const session = await page.context().storageState()
    const answer = await page.request.get(`${product.url}${requestOf(roadMapsContract.listRoadMaps, {}).path}`)
    const found = roadMapsContract.listRoadMaps.output.parse(await answer.json())
    const screens = [
      { screen: 'today', path: '/' },
      { screen: 'tasks', path: '/tasks' },
      { screen: 'matrix', path: '/road-map' },
      { screen: 'plan', path: `/road-map/${found.roadMaps[0]?.id}/plan` },
      { screen: 'registry', path: '/settings/registry' },
    ]
    await close()
    const paints: ScreenPaint[] = []
    for (const { screen, path } of screens) {
      tell(`A slow machine opens ${screen}…`)
      paints.push({ screen, ...(await paintOf(link, session, path)) })
    }
    tell('The matrix is scrolled…')
    const context = await browser.newContext({ storageState: session, viewport: { width: 1366, height: 768 } })
    return { screens: paints, scroll: await scrollMatrix(context, product.url) }
  } finally {
    await browser.close()
    await link.close()
    await product.stop()
  }
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

async function paintOf(link: SlowLink, { cookies }: Session, path: string): Promise<Omit<ScreenPaint, 'screen'>> {
  const firsts: Painted[] = []
  const seconds: Painted[] = []
  for (let round = 0; round < ROUNDS; round++) {
    // A profile of its own: nothing lies in its cache.
    const browser = new BareBrowser(String(round))
    try {
      await browser.call('Storage.setCookies', { cookies: cookies.map(({ expires, ...cookie }) => cookie) })
      firsts.push(await openSlowly(browser, link, path))
      seconds.push(await openSlowly(browser, link, path))
    } finally {
      await browser.close()
    }
  }
  const all = [...firsts, ...seconds]
  return {
    first: median(firsts.map((one) => one.largest)),
    second: median(seconds.map((one) => one.largest)),
    shifts: Math.max(...all.map((one) => one.shifts)),
    carried: median(firsts.map((one) => one.carried)),
    noise: spread(firsts.map((one) => one.largest)),
  }
}
