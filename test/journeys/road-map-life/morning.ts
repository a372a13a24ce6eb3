import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readLetter } from '../../harness/mail-server.ts'

type Letter = { to: string; date: string; text: string }

/** Everything that lies in the folder of letters, which a house without a mail server has. */
async function listLetters(folder: string): Promise<Letter[]> {
  const names = await readdir(join(folder, 'outbox'))
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, 'outbox', name))
      const head = bytes.toString('utf8')
      const field = (one: string) => new RegExp(`^${one}: (.+)\r$`, 'm').exec(head)?.[1] ?? ''
      return { to: field('To'), date: new Date(field('Date')).toISOString().slice(0, 10), text: readLetter(bytes).text }
    }),
  )
}

/** One letter a person this morning; the director's says what is new and what is due, and its link opens the very row. */
export async function readMorning(director: Page, { url, folder }: { url: string; folder: string }, day: string) {
  const letters = (await listLetters(folder)).filter((one) => one.date === day)
  const readers = letters.map((one) => one.to)
  expect(new Set(readers).size).toBe(readers.length)
  const own = letters.find((one) => one.to.includes('direktor@example.test'))?.text ?? ''
  expect(own).toContain('Срок перенесён до 13 марта 2026: ')
  expect(own).toContain('На этой неделе')
  expect(own).not.toContain('Ключевская')
  const link = /1\.6 [^\n]*\n\s*(https?:\S+)/.exec(own)?.[1] ?? ''
  expect(link).toContain(`${url}/road-map?`)
  await director.goto(link)
  await director.getByRole('dialog').getByText('Срок по приказу').waitFor()
  return letters
}
