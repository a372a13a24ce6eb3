import type { BrowserContext, Page } from 'playwright-core'
import type { MatrixView } from '../../src/features/assignments/matrix-view.ts'
import { SLOWER } from './slow-page.ts'

export type Scrolled = { frames: number; slow: number; longest: number }

const ROWS = 900
const COLUMNS = 20
const SECONDS = 5
const SLOW_MS = 50

/** The wheel is turned for five seconds over a matrix of 900 × 20 on a slow processor. */
export async function scrollMatrix(context: BrowserContext, url: string): Promise<Scrolled> {
  const page = await context.newPage()
  await page.route('**/api/programmes/*/matrix', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: enlarged(await answer.json()) })
  })
  try {
    await page.goto(`${url}/road-map`)
    await page.getByRole('grid').waitFor()
    await page.waitForTimeout(1_000)
    const wire = await context.newCDPSession(page)
    await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    return await scroll(page)
  } finally {
    await page.close()
  }
}

/** The same organisations and activities again and again, under ids of their own. */
function enlarged(view: MatrixView) {
  const places = Array.from({ length: COLUMNS }, (_, place) => place % view.columns.length)
  const columns = places.map((place) => view.columns[place])
  const boards = view.boards.map((board) => ({
    ...board,
    activityIds: places.map((place, at) => renamed(board.activityIds[place], at)),
  }))
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const row = view.rows[at % view.rows.length]
    return { ...row, organisationId: renamed(row?.organisationId, at), cells: places.map((place) => row?.cells[place]) }
  })
  return { ...view, columns, boards, rows }
}

function renamed(id: string | null | undefined, at: number): string | null {
  return id ? `${id.slice(0, -4)}${at.toString(16).padStart(4, '0')}` : null
}

async function scroll(page: Page): Promise<Scrolled> {
  const box = await page.getByRole('grid').boundingBox()
  if (!box) throw new Error('the matrix is not to be seen')
  await page.mouse.move(box.x + 300, box.y + 200)
  const watched = page.evaluate(watchFrames, SECONDS * 1_000)
  for (let turn = 0; turn < SECONDS * 8; turn++) {
    await page.mouse.wheel(0, 240)
    await page.waitForTimeout(100)
  }
  const frames = await watched
  return {
    frames: frames.length,
    slow: frames.filter((one) => one > SLOW_MS).length / frames.length,
    longest: Math.max(...frames),
  }
}

/** Run in the page: how long each frame took. */
async function watchFrames(milliseconds: number): Promise<number[]> {
  const frames: number[] = []
  const begun = performance.now()
  let before = begun
  while (before - begun < milliseconds) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    frames.push(now - before)
    before = now
  }
  return frames
}
