import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const shapes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]

/** Light and dark alike: whoever reads by ear or by high contrast gets the same screen. */
export async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze()
    const faults = violations.map(
      ({ id, nodes }) => `${colorScheme} ${page.url()} ${id}: ${nodes[0]?.html.slice(0, 200)}`,
    )
    expect(faults).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Not even advice is left, in light and dark. */
export async function isFaultless(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map((one) => [colorScheme, one.id, one.nodes.map((node) => node.html)])).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** With PICTURES set, what it looks like. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png` })
}

/** With PICTURES set, the screen as an office and as a phone show it. */
export async function pictures(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return
  const size = page.viewportSize()
  for (const shape of shapes) {
    await page.setViewportSize(shape)
    await picture(page, `${name}-${shape.width}`)
  }
  if (size) await page.setViewportSize(size)
}
