import type { Locator, Page } from 'playwright-core'
import { faultOfFocus } from './look-at.ts'

/** Longer than the way round any screen. */
const MOST_STEPS = 250

export type Keyboard = {
  /** Goes there by Tab, as somebody without a mouse does; on the way the focus is always to be seen. */
  to(target: Locator): Promise<void>
  press(target: Locator, key?: string): Promise<void>
  write(target: Locator, text: string): Promise<void>
  choose(target: Locator, value: string): Promise<void>
  /** Where the focus was not to be seen. */
  faults: Set<string>
}

export function keyboardOf(page: Page): Keyboard {
  const faults = new Set<string>()
  const note = async () => {
    const fault = await faultOfFocus(page)
    if (fault) faults.add(`${new URL(page.url()).pathname} ${fault}`)
  }
  const to = async (target: Locator) => {
    const wanted = target.filter({ visible: true }).first()
    await wanted.waitFor()
    for (let step = 0; step < MOST_STEPS; step++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
      await note()
    }
    throw new Error(`Tab never comes to ${target}`)
  }
  return {
    faults,
    to,
    async press(target, key = 'Enter') {
      await to(target)
      await page.keyboard.press(key)
    },
    async write(target, text) {
      await to(target)
      await page.keyboard.press('Control+A')
      await page.keyboard.insertText(text)
    },
    async choose(target, value) {
      await to(target)
      for (let step = 0; step < 20 && (await target.inputValue()) !== value; step++)
        await page.keyboard.press('ArrowDown')
    },
  }
}
