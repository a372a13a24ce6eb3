import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { draftOrder, orderText } from '../../../test/harness/document-changes.ts'
import { letterheadFile, usualLetterhead } from '../../../test/harness/letterhead-file.ts'
import { newId } from '../../kernel/id.ts'
import { documentsContract as documents } from './contract.ts'
import type { DocumentView } from './view.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

const registration = ({ id, rowVersion }: DocumentView, number: string) => ({
  ...{ id, rowVersion, number, date: '2024-02-13' },
})

/** An order of so many clauses that printing it takes a while. */
async function longDraft(): Promise<DocumentView> {
  const { id, rowVersion, addressees } = await draftOrder(app)
  const clauses = Array.from({ length: 200 }, () => ({ text: 'Принять к исполнению. '.repeat(60), clauses: [] }))
  const organisationIds = addressees.map((one) => one.organisationId)
  const input = { id, rowVersion, text: { ...orderText, clauses }, organisationIds }
  return (await app.as('coordinator').call(documents.changeDraft, input)).body
}

/** The longest that a transaction of the application was open while this was done, in milliseconds. */
async function longestTransaction(work: Promise<unknown>): Promise<number> {
  const watcher = new pg.Client({ connectionString: app.ownerUrl })
  await watcher.connect()
  let longest = 0
  let isDone = false
  const done = work.finally(() => {
    isDone = true
  })
  while (!isDone) {
    const { rows } = await watcher.query(`
      select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0)::float8 * 1000 as open
      from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`)
    longest = Math.max(longest, rows[0].open)
    await new Promise((next) => setTimeout(next, 5))
  }
  await done
  await watcher.end()
  return longest
}

test('while a paper is printed no row waits: the printing takes longer than any transaction', async () => {
  const draft = await longDraft()
  const began = performance.now()
  const answer = app.as('coordinator').call(documents.registerDraft, registration(draft, 'Д-1'))
  const longest = await longestTransaction(answer)
  const took = performance.now() - began
  expect((await answer).body.papers.map(({ form }) => form)).toEqual(['pdf', 'docx'])
  expect({ took, longest, isShort: longest < took / 2 }).toMatchObject({ isShort: true })
})

test('a draft that is changed while it is printed is not registered, and keeps no paper', async () => {
  const draft = await longDraft()
  const { id, rowVersion } = draft
  const coordinator = app.as('coordinator')
  const asked = coordinator.call(documents.registerDraft, registration(draft, 'Д-2'))
  await new Promise((next) => setTimeout(next, 60))
  const change = { id, rowVersion, text: { ...orderText, heading: 'О другом' }, organisationIds: [] }
  const changed = await coordinator.call(documents.changeDraft, change)
  const registered = await asked
  expect([changed.status, registered.status, registered.refusal.code]).toEqual([200, 412, 'document.changed-meanwhile'])
  const { body } = await coordinator.call(documents.loadDocument, { id })
  expect([body.status, body.number, body.papers]).toEqual(['draft', null, []])
})

test('asked again and again with one key, it is registered once, and every answer is the first', async () => {
  const draft = await draftOrder(app)
  const key = newId()
  const ask = () => app.as('coordinator').call(documents.registerDraft, registration(draft, 'Д-3'), { key })
  const answers = await Promise.all([ask(), ask(), ask(), ask(), ask()])
  const later = await ask()
  expect([...answers, later].map((one) => one.status)).toEqual(Array.from({ length: 6 }, () => 200))
  expect(new Set([...answers, later].map((one) => JSON.stringify(one.body))).size).toBe(1)
  expect(later.body.papers).toHaveLength(2)
})

test('of two papers that are printed for one number at the same moment one gets it', async () => {
  const drafts = [await draftOrder(app), await draftOrder(app)]
  const answers = await Promise.all(
    drafts.map((draft) => app.as('coordinator').call(documents.registerDraft, registration(draft, 'Д-4'))),
  )
  expect(answers.map((one) => one.status).sort()).toEqual([200, 409])
})

test('a letterhead that is put away while the paper is printed on it prints nothing', async () => {
  const coordinator = app.as('coordinator')
  const upload = letterheadFile([...usualLetterhead, newId()])
  const { body } = await coordinator.call(documents.addLetterhead, { name: 'Бланк.docx' }, { upload })
  const letterhead = body.letterheads.at(-1)
  if (!letterhead) throw new Error('no letterhead was kept')
  const draft = await longDraft()
  const on = { ...registration(draft, 'Д-5'), letterheadId: letterhead.id }
  const asked = coordinator.call(documents.registerDraft, on)
  await new Promise((next) => setTimeout(next, 60))
  const { id, rowVersion } = letterhead
  await coordinator.call(documents.retireLetterhead, { id, rowVersion })
  const refused = await asked
  expect([refused.status, refused.refusal.code]).toEqual([412, 'letterhead.changed-meanwhile'])
  const { body: still } = await coordinator.call(documents.loadDocument, { id: draft.id })
  expect([still.status, still.papers]).toEqual(['draft', []])
})
