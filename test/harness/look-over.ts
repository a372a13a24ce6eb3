import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { lookTwice } from './look-at.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const OFFICE = { width: 1366, height: 768 }
/** What is left of an office screen of 1280×1024 that is magnified four times. */
const MAGNIFIED = { width: 320, height: 256 }
const HAND = { width: 390, height: 844 }
const STEPS = 40

/** What is wrong with the page as it stands: read by ear, in light and dark, magnified four times, and on a phone. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  await wear(page, 'dark')
  faults.push(...(await violationsOf(page, inDark)).map((fault) => `dark: ${fault}`))
  await wear(page, 'light')
  faults.push(...(await violationsOf(page, inLight)).map((fault) => `light: ${fault}`))
  await page.setViewportSize(MAGNIFIED)
  faults.push(...(await widthOf(page, findWide)).map((fault) => `400 %: ${fault}`))
  await page.setViewportSize(HAND)
  faults.push(...(await widthOf(page, findSideways)).map((fault) => `phone: ${fault}`))
  await page.setViewportSize(OFFICE)
  return faults
}

/** What is wrong with the way through the page by Tab, magnified four times: focus that is not seen. */
export async function faultsOfFocus(page: Page): Promise<string[]> {
  await page.setViewportSize(MAGNIFIED)
  await page.evaluate(() => document.body.focus())
  const faults = new Set<string>()
  for (let step = 0; step < STEPS; step++) {
    await page.keyboard.press('Tab')
    const { fault, isLast } = await lookTwice(page)
    if (fault) faults.add(`focus: ${fault}`)
    if (isLast) break
  }
  await page.setViewportSize(OFFICE)
  return [...faults]
}

async function wear(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' })
  // The new colours are there with the frame after the next.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Everything is asked in light; the dark has other colours and nothing else. */
const inLight = {
  ...{ runOnly: { type: 'tag' as const, values: TAGS }, rules: { 'target-size': { enabled: true } } },
  ...onlyFaults(),
}
const inDark = { runOnly: { type: 'rule' as const, values: ['color-contrast'] }, ...onlyFaults() }

/** Nothing is told of the thousands of elements that are right, and no address is sought for each. */
function onlyFaults() {
  return { resultTypes: ['violations' as const], selectors: false }
}

/** Everything that is asked of a page in light. */
export function violationsInLight(page: Page): Promise<string[]> {
  return violationsOf(page, inLight)
}

async function violationsOf(page: Page, how: typeof inLight | typeof inDark): Promise<string[]> {
  // No screen has a frame in it: what is asked of each by itself, and joined in a window of its own, is asked at once.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options(how).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

/** A page that has just been made narrow may still be on its way. */
async function widthOf(page: Page, find: () => string[]): Promise<string[]> {
  const wide = await page.evaluate(find)
  if (wide.length === 0) return []
  await new Promise((later) => setTimeout(later, 200))
  return page.evaluate(find)
}

/** Run in the page: on a phone nothing scrolls sideways, in no box either. */
function findSideways(): string[] {
  const boxes = [...document.body.querySelectorAll('*')].filter(
    (one) => one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX),
  )
  return boxes.map((one) => `${one.scrollWidth} px in ${one.clientWidth}: ${one.outerHTML.slice(0, 120)}`)
}

/** Run in the page: the page itself never scrolls sideways; a table may, in a box of its own. */
function findWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const isBoxed = (one: Element) => {
    for (let above = one.parentElement; above && above !== document.body; above = above.parentElement) {
      if (getComputedStyle(above).overflowX !== 'visible') return true
    }
    return false
  }
  const beyond = [...document.body.querySelectorAll('*')].filter((one) => {
    const { right, width } = one.getBoundingClientRect()
    return width > 0 && right > clientWidth + 1 && !isBoxed(one)
  })
  const deepest = beyond.filter((one) => !beyond.some((other) => other !== one && one.contains(other)))
  const named = deepest.slice(0, 3).map((one) => one.outerHTML.slice(0, 120))
  return [`${scrollWidth} px wide: ${named.join(' | ')}`]
}
