import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { openBrowser, takePictures, type Visit, visit } from './browser.ts'

const WAIT_MS = 30_000
const START_MS = 180_000

type Standing = { url: string; stop(): Promise<unknown> }
type Device = Parameters<typeof visit>[2]

/** A product of the journey's own and a browser, for as long as the file's tests last; where one breaks, what everybody saw is kept. */
export function startJourney<Product extends Standing>(begin: () => Promise<Product>) {
  let product: Product | undefined
  let browser: Browser | undefined
  const visits: Visit[] = []
  beforeAll(async () => {
    product = await begin()
    browser = await openBrowser()
  }, START_MS)
  beforeEach(({ onTestFailed }) => onTestFailed(() => takePictures(visits)))
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })
  return {
    visits,
    product(): Product {
      if (!product) throw new Error('the product has not started yet')
      return product
    },
    async enter(url: string, device: Device = {}): Promise<Page> {
      if (!browser) throw new Error('no browser yet')
      const entered = await visit(browser, url, device)
      entered.page.setDefaultTimeout(WAIT_MS)
      visits.push(entered)
      return entered.page
    },
    /** Nobody's page complained, and none asked anybody but the product. */
    isQuiet() {
      for (const { complaints, strayRequests } of visits) expect([complaints, strayRequests]).toEqual([[], []])
    },
  }
}

type Links = { links: { role: string; name: string; url: string }[] }

/** The link of a person of the demonstration. */
export function linkOf({ links }: Links, role: string, name = ''): string {
  return links.find((link) => link.role === role && link.name.startsWith(name))?.url ?? ''
}
