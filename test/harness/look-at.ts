import type { Page } from 'playwright-core'

/** What is wrong with what has the focus now: it is hidden, or not marked. */
export async function faultOfFocus(page: Page): Promise<string | null> {
  return (await lookTwice(page)).fault
}

/** What has just come may still be on its way to its place. */
export async function lookTwice(page: Page) {
  const look = await page.evaluate(lookAtFocus)
  if (!look.fault) return look
  await new Promise((later) => setTimeout(later, 100))
  return page.evaluate(lookAtFocus)
}

/** Run in the page: whether what has the focus is to be seen, and marked. */
function lookAtFocus(): { fault: string | null; isLast: boolean } {
  const focused = document.activeElement
  if (!focused || focused === document.body) return { fault: null, isLast: true }
  // A field that is drawn by its label: a radio, the chooser of a file.
  const at = (focused.clientWidth <= 1 && focused.closest('label')) || focused
  const name = at.outerHTML.slice(0, 140)
  const { left, top, right, bottom, width, height } = at.getBoundingClientRect()
  const [x, y] = [
    [left + width / 2, left + 3, right - 3],
    [top + height / 2, top + 3, bottom - 3],
  ]
  const isHit = (atX: number, atY: number) => {
    const hit = document.elementFromPoint(atX, atY)
    return hit !== null && (at.contains(hit) || hit.contains(at) || hit.closest('label')?.contains(at) === true)
  }
  const isSeen = (x ?? []).some((atX) => (y ?? []).some((atY) => isHit(atX, atY)))
  if (!isSeen) return { fault: `hidden or covered: ${name}`, isLast: false }
  const [inner, outer] = [at.parentElement, at.parentElement?.parentElement]
  const marks = [at, inner, outer].flatMap((one) => (one ? [getComputedStyle(one)] : []))
  const isMarked = marks.some(
    ({ outlineStyle, outlineWidth, boxShadow }) =>
      (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
  )
  return { fault: isMarked ? null : `not marked: ${name}`, isLast: false }
}
