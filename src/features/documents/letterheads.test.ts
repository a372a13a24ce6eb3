import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { draftOrder } from '../../../test/harness/document-changes.ts'
import { letterheadFile, usualLetterhead } from '../../../test/harness/letterhead-file.ts'
import { textsOf } from '../../../test/harness/paper-texts.ts'
import { newId } from '../../kernel/id.ts'
import { readPaperBytes } from '../../paper/open-paper.ts'
import { documentsContract as documents } from './contract.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

// Each file that is refused ends its worker, and the next begins with another.
const timeout = 60_000

const add = (file: Uint8Array) =>
  app.as('coordinator').call(documents.addLetterhead, { name: 'Бланк.docx' }, { upload: file })

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('a faulty letterhead is refused with the place of its fault', { timeout }, async () => {
  const faulty = await add(letterheadFile(['Шапка', '{текст}', 'Дата {дата']))
  expect([faulty.status, faulty.refusal.code]).toEqual([422, 'letterhead.faulty'])
  expect(faulty.refusal.message).toContain('Основной текст, абзац 3: скобка без пары в «Дата {дата»')
  expect((await add(Buffer.from('не документ'))).refusal.code).toBe('letterhead.not-opened')
})

test('a registered paper is given out byte for byte, whatever becomes of its letterhead and its layout', {
  timeout,
}, async () => {
  const coordinator = app.as('coordinator')
  const { body: added } = await add(letterheadFile(usualLetterhead))
  const [letterhead] = added.letterheads
  if (!letterhead) throw new Error('the letterhead was not kept')
  const { id, rowVersion } = await draftOrder(app)
  const onLetterhead = { id, format: 'docx' as const, letterheadId: letterhead.id }
  expect((await coordinator.call(documents.printDocument, onLetterhead)).status).toBe(200)
  const number = `02-${newId().slice(-8)}`
  const register = { id, rowVersion, number, date: '2024-02-13', letterheadId: letterhead.id }
  const { body: registered } = await coordinator.call(documents.registerDraft, register)
  expect(registered.papers.map(({ form }) => form)).toEqual(['pdf', 'docx'])
  const hashes = async () => {
    const made = await Promise.all(
      (['pdf', 'docx', 'zip'] as const).map((format) => app.as('head').call(documents.printDocument, { id, format })),
    )
    return made.map(({ raw }) => hashOf(raw))
  }
  const before = await hashes()
  expect(before.slice(0, 2)).toEqual(registered.papers.map(({ sha256 }) => sha256))

  const retirement = { id: letterhead.id, rowVersion: letterhead.rowVersion }
  const retired = await coordinator.call(documents.retireLetterhead, retirement)
  expect(retired.body.letterheads).toEqual([])
  await add(letterheadFile(['ДРУГОЙ БЛАНК', '{текст}']))
  await askHouse(app.opora, 'update document set title = \'О другом\', body = body || \'{"place":"г. Другой"}\'')
  expect(await hashes()).toEqual(before)
  const forSchool = await app.as('director').call(documents.printDocument, { id, format: 'docx' })
  expect(hashOf(forSchool.raw)).toBe(before[1])
  const again = await coordinator.call(documents.printDocument, onLetterhead)
  expect([again.status, again.refusal.code]).toEqual([409, 'document.made-already'])

  const lines = textsOf(await readPaperBytes(forSchool.raw))
  expect(lines).toContain('УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЗАРЕЧНОГО ОКРУГА')
  expect(lines).toContain(`13.02.2024 № ${number}`)
  expect(lines).toContain('1. Утвердить прилагаемую Дорожную карту.')
  expect(lines.filter((line) => String(line).includes('А.Б. Ветрова'))).toHaveLength(1)
  expect((await app.as('stranger').call(documents.listLetterheads, {})).body.letterheads).toEqual([])
})
