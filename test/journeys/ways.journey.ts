import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { isFaultless } from '../harness/fit-to-show.ts'
import { linkOf, startJourney } from '../harness/journey-start.ts'
import { startProduct } from '../harness/product.ts'

const journey = startJourney(() => startProduct('--demo'))

test('a verdict of the rehearsal leads to the row of which it speaks', async () => {
  const page = await enter('municipal_coordinator')
  const roadMapId = await page.evaluate(firstRoadMap)
  await page.goto(`${journey.product().url}/road-map/${roadMapId}/rehearsal`)
  const verdict = page.getByRole('listitem').getByRole('link', { name: /^3\.3 / })
  await verdict.first().click()
  await page.waitForURL(/\/plan#place-/)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^3\.3 /)
  await expect.poll(() => isInView(page)).toBe(true)
  await isFaultless(page)
  await page.goBack()
  await page.getByRole('heading', { name: 'Проверка перед утверждением' }).waitFor()
  journey.isQuiet()
})

test('a table that goes on beyond its edge shows it, until its end is reached', async () => {
  const page = await enter('municipal_coordinator', { viewport: { width: 800, height: 768 } })
  await page.goto(`${journey.product().url}/school-maps`)
  const box = page.getByRole('region', { name: 'Карты школ проекта' })
  await box.waitFor()
  expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true)
  expect(await edgeOf(page)).toBeGreaterThan(10)
  await box.evaluate((one) => one.scrollTo({ left: one.scrollWidth }))
  expect(await edgeOf(page)).toBeLessThan(3)
  journey.isQuiet()
})

test('the list of maps says what each school owes, and its totals of whom they are', async () => {
  const page = await enter('municipal_coordinator')
  await page.goto(`${journey.product().url}/school-maps`)
  const table = page.getByRole('region', { name: 'Карты школ проекта' })
  await table.getByRole('cell', { name: 'начать карту' }).first().waitFor()
  await table.getByText(/^Итого: \d+ школ/).waitFor()
  await table.getByText(/^Ждём от \d+ школ/).waitFor()
  const total = table.getByRole('cell', { name: /^Итого/ })
  expect(await total.evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe('1px')
  await page.getByLabel('Ждём от школы').selectOption({ label: 'начать карту' })
  await expect.poll(() => table.getByRole('row').count()).toBeGreaterThan(2)
  expect(await table.getByText('на согласовании').count()).toBe(0)
  await isFaultless(page)
  journey.isQuiet()
})

test('a school reads the template of its authority, and of no order; an address of two slashes is unknown', async () => {
  const page = await enter('school_head')
  await page.goto(`${journey.product().url}/templates`)
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await page.getByText('С него дорожную карту управления начинает координатор.').waitFor()
  expect(await page.getByText('подтвердить приказом').count()).toBe(0)
  await page.goto(`${journey.product().url}//x/`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByRole('heading', { name: 'Сегодня' }).count()).toBe(0)
})

async function enter(role: string, device = {}): Promise<Page> {
  const page = await journey.enter(linkOf(journey.product(), role), device)
  await page.getByRole('heading', { name: 'Сегодня', level: 1 }).waitFor()
  return page
}

/** Run in the page. */
async function firstRoadMap(): Promise<string> {
  const { roadMaps }: { roadMaps: { id: string }[] } = await (await fetch('/api/road-maps')).json()
  return roadMaps[0]?.id ?? ''
}

function isInView(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
    return top >= 0 && bottom <= window.innerHeight
  })
}

/** How much darker the last pixels of the box are than those a little before, in the empty part of a row. */
async function edgeOf(page: Page): Promise<number> {
  const row = page.getByRole('region', { name: 'Карты школ проекта' }).getByRole('row').nth(1)
  const [box, line] = [
    await page.getByRole('region', { name: 'Карты школ проекта' }).boundingBox(),
    await row.boundingBox(),
  ]
  if (!box || !line) throw new Error('no table')
  const clip = { x: box.x + box.width - 20, y: line.y + 3, width: 18, height: 1 }
  const picture = (await page.screenshot({ clip })).toString('base64')
  // The product's own pages take no picture from such an address.
  const bare = await page.context().newPage()
  const darker = await bare.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
    const drawing = canvas.getContext('2d')
    drawing?.drawImage(image, 0, 0)
    const red = (x: number) => drawing?.getImageData(x, 0, 1, 1).data[0] ?? 0
    return red(1) - red(image.width - 1)
  }, picture)
  await bare.close()
  return darker
}
