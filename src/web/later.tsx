import { type ComponentType, lazy, Suspense } from 'react'

/** After this the screen has been drawn even on an old computer, and its own answers are there. */
const REST_MS = 1500

/**
 * A part that opens over a screen: `later(async () => (await import('./cell-panel.tsx')).CellPanel)`. Its code does not
 * keep the screen waiting; it comes by itself once the page is at rest, or at once where it is opened sooner.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }))
  atRest(() => {
    // Opened later it is asked for again, and says there what is wrong.
    load().catch(() => undefined)
  })
  return function Later(props: Props) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    )
  }
}

function atRest(act: () => void): void {
  if (typeof window === 'undefined') return
  const begin = () => window.setTimeout(act, REST_MS)
  if (document.readyState === 'complete') begin()
  else window.addEventListener('load', begin, { once: true })
}
