import { mkdir } from 'node:fs/promises'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser, PHONE, visit } from './browser.ts'
import { startProduct } from './product.ts'

type Picture = {
  name: string
  role: string
  path: string
  device?: BrowserContextOptions
  prepare?(page: Page): Promise<void>
}

const FOLDER = 'docs/pictures'

const pictures: Picture[] = [
  {
    name: 'today',
    role: 'municipal_coordinator',
    path: '/',
    prepare: (page) => page.getByRole('heading', { name: /^Просрочено/ }).waitFor(),
  },
  { name: 'matrix', role: 'municipal_coordinator', path: '/road-map' },
  { name: 'matrix-dark', role: 'authority_head', path: '/road-map', device: { colorScheme: 'dark' } },
  { name: 'cell', role: 'municipal_coordinator', path: '/road-map', prepare: openReturnedCell },
  { name: 'import', role: 'municipal_coordinator', path: '/imports', prepare: importSample },
  { name: 'tasks', role: 'municipal_coordinator', path: '/tasks' },
  { name: 'schools', role: 'municipal_coordinator', path: '/schools' },
  { name: 'people', role: 'municipal_coordinator', path: '/settings/people' },
  { name: 'phone', role: 'school_head', path: '/road-map', device: PHONE },
]

const product = await startProduct('--demo')
const browser = await openBrowser()
try {
  await mkdir(FOLDER, { recursive: true })
  for (const picture of pictures) await take(picture)
} finally {
  await browser.close()
  await product.stop()
}

async function take({ name, role, path, device, prepare }: Picture) {
  const link = product.links.find((one) => one.role === role)
  if (!link) throw new Error(`the demonstration has no ${role}`)
  const { page, close } = await visit(browser, link.url, device)
  await page.getByRole('heading', { name: 'Сегодня' }).waitFor()
  if (path !== '/') await page.goto(`${product.url}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  await prepare?.(page)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `${FOLDER}/${name}.png` })
  await close()
  console.log(`${FOLDER}/${name}.png`)
}

async function openReturnedCell(page: Page) {
  await page.getByRole('gridcell', { name: /возвращено/ }).click()
  await page.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor()
}

async function importSample(page: Page) {
  const answer = await page.request.get(`${product.url}/api/demonstration/order.docx`)
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const file = { name: 'Приказ № 47.docx', mimeType, buffer: await answer.body() }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByText('Как понято').first().waitFor()
}
