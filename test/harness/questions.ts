import type { Page, Request } from 'playwright-core'

const PAUSE_MS = 60
const MOST_PAUSES = 200

/** Waits until a page has the answers to all it has asked; the stream of changes is never answered. */
export function followQuestions(page: Page): () => Promise<void> {
  const open = new Set<Request>()
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/changes')) open.add(request)
  })
  const close = (request: Request) => open.delete(request)
  page.on('requestfinished', close)
  page.on('requestfailed', close)
  // What a page that was left had asked is told no more.
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) open.clear()
  })
  return async () => {
    let calm = 0
    for (let pauses = 0; calm < 2; pauses++) {
      if (pauses > MOST_PAUSES) throw new Error(`never answered: ${[...open].map((one) => one.url()).join(' ')}`)
      await new Promise((later) => setTimeout(later, PAUSE_MS))
      calm = open.size === 0 ? calm + 1 : 0
    }
  }
}
