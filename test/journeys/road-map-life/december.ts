import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readPaperBytes } from '../../../src/paper/open-paper.ts'
import { type Block, inOneLine } from '../../../src/paper/paper.ts'
import { choose, look } from './desk.ts'

/** The road map with «Отметка об исполнении», as Word and as PDF: its rows and marks are read back from the files. */
export async function printDecember(page: Page, url: string) {
  await page.goto(`${url}/documents?new=document`)
  await page.getByRole('button', { name: 'Дорожная карта с «Отметкой об исполнении»' }).click()
  await page.getByRole('heading', { name: /исполнение на/, level: 1 }).waitFor()
  await look(page, '16-december')
  for (const entry of ['Скачать .docx', 'Скачать PDF']) {
    const download = page.waitForEvent('download')
    await choose(page, entry)
    const found = countedIn((await readPaperBytes(await readFile(await (await download).path()))).blocks)
    expect({ entry, ...found }).toEqual({ entry, rows: 11, accepted: 3, lastInSection: 6 })
  }
}

/** Rows of activities, and organisations whose mark says that something was accepted. */
function countedIn(blocks: readonly Block[]) {
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  const texts = rows.map((row) => row.cells.map((cell) => inOneLine(cell.text)))
  const own = texts.filter(([number = '']) => /^\d+\.\d+$/.test(number))
  const accepted = own.flatMap((cells) =>
    [...(cells.at(-1) ?? '').matchAll(/Принято [\d.]+: (.*?)(?= [А-Я][а-я][^:«»]*:|$)/g)].flatMap(([, names = '']) =>
      names.split(', '),
    ),
  )
  return { rows: own.length, accepted: accepted.length, lastInSection: own.findIndex(([number]) => number === '1.8') }
}
