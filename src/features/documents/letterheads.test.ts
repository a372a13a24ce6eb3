import { beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { registerOrder } from '../../../test/harness/document-changes.ts'
import { letterheadFile, usualLetterhead } from '../../../test/harness/letterhead-file.ts'
import { textsOf } from '../../../test/harness/paper-texts.ts'
import { readPaperBytes } from '../../paper/open-paper.ts'
import { documentsContract as documents } from './contract.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

// Each file that is refused ends its worker, and the next begins with another.
const timeout = 60_000

test('a paper is printed on the letterhead of its office, and a faulty one is refused with the place', {
  timeout,
}, async () => {
  const add = (file: Uint8Array, who: 'coordinator' | 'stranger' = 'coordinator') =>
    app.as(who).call(documents.addLetterhead, { name: 'Бланк.docx' }, { upload: file })
  const faulty = await add(letterheadFile(['Шапка', '{текст}', 'Дата {дата']))
  expect([faulty.status, faulty.refusal.code]).toEqual([422, 'letterhead.faulty'])
  expect(faulty.refusal.message).toContain('Основной текст, абзац 3: скобка без пары в «Дата {дата»')
  expect((await add(Buffer.from('не документ'))).refusal.code).toBe('letterhead.not-opened')

  const added = await add(letterheadFile(usualLetterhead))
  const [letterhead] = added.body.letterheads
  expect(letterhead?.name).toBe('Бланк.docx')
  const letterheadId = letterhead?.id
  const order = await registerOrder(app)
  const print = { id: order.id, format: 'docx' as const, letterheadId }
  const lines = textsOf(await readPaperBytes((await app.as('coordinator').call(documents.printDocument, print)).raw))
  expect(lines).toContain('УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЗАРЕЧНОГО ОКРУГА')
  expect(lines).toContain(`13.02.2024 № ${order.number}`)
  expect(lines).toContain('1. Утвердить прилагаемую Дорожную карту.')
  expect(lines.filter((line) => String(line).includes('А.Б. Ветрова'))).toHaveLength(1)

  expect((await app.as('stranger').call(documents.listLetterheads, {})).body.letterheads).toEqual([])
  const { id, rowVersion } = letterhead ?? { id: order.id as never, rowVersion: 1 } // it was added above
  const retired = await app.as('head').call(documents.retireLetterhead, { id, rowVersion })
  expect(retired.body.letterheads).toEqual([])
})
