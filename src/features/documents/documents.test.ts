import { beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { draftOrder, orderText, registerOrder } from '../../../test/harness/document-changes.ts'
import { textsOf } from '../../../test/harness/paper-texts.ts'
import { scanPdf } from '../../../test/harness/scan-file.ts'
import { signatureFile } from '../../../test/harness/signature-file.ts'
import { readPaperBytes } from '../../paper/open-paper.ts'
import { openArchive } from '../../paper/unzip.ts'
import { documentsContract as documents } from './contract.ts'
import type { DocumentView } from './view.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

const load = (who: Parameters<TestApp['as']>[0], { id }: { id: DocumentView['id'] }) =>
  app.as(who).call(documents.loadDocument, { id })

describe('a draft', () => {
  test('is seen by its own office alone, whoever it is addressed to', async () => {
    const draft = await draftOrder(app)
    expect(draft.status).toBe('draft')
    expect((await load('head', draft)).status).toBe(200)
    for (const who of ['director', 'neighbour', 'stranger', 'methodist'] as const) {
      expect([who, (await load(who, draft)).status]).toEqual([who, 404])
    }
  })

  test('keeps its words, and whoever changes an older version is shown the one in force', async () => {
    const draft = await draftOrder(app)
    const input = { id: draft.id, rowVersion: draft.rowVersion, organisationIds: [] }
    const text = { ...orderText, heading: 'О другом' }
    const changed = await app.as('head').call(documents.changeDraft, { ...input, text })
    expect(changed.body.text).toEqual(text)
    const stale = await app.as('coordinator').call(documents.changeDraft, { ...input, text: orderText })
    expect([stale.status, stale.refusal.code]).toEqual([412, 'document.changed-meanwhile'])
  })

  test('is not addressed to schools of another office', async () => {
    const { id, rowVersion } = await draftOrder(app)
    const organisationIds = [app.district.authority.id]
    const refused = await app
      .as('coordinator')
      .call(documents.changeDraft, { id, rowVersion, text: orderText, organisationIds })
    expect(refused.refusal.code).toBe('document.unknown-addressee')
  })

  test('is signed by the head unless said otherwise; a protocol by whoever was in the chair', async () => {
    const draft = async (kind: 'order' | 'letter' | 'protocol') =>
      (await app.as('coordinator').call(documents.draftDocument, { kind })).body.text?.signatory?.name ?? null
    const name = await draft('order')
    expect(name).toMatch(/\S/)
    expect([await draft('letter'), await draft('protocol')]).toEqual([name, null])
  })

  test('is not registered without a heading or somebody who signs', async () => {
    const { body: blank } = await app.as('coordinator').call(documents.draftDocument, { kind: 'order' })
    const register = { id: blank.id, rowVersion: blank.rowVersion, number: '1', date: '2024-02-13' }
    const refused = await app.as('coordinator').call(documents.registerDraft, register)
    expect(refused.refusal.code).toBe('document.no-heading')
  })
})

describe('a registered paper', () => {
  test('is read by its addressees, and its words stand', async () => {
    const order = await registerOrder(app)
    expect([order.status, order.signedOn]).toEqual(['registered', '2024-02-13'])
    expect((await load('director', order)).body.mayBeAcquaintedFor).toHaveLength(1)
    expect((await load('neighbour', order)).status).toBe(404)
    const { id, rowVersion } = order
    const change = { id, rowVersion, text: orderText, organisationIds: [] }
    const refused = await app.as('coordinator').call(documents.changeDraft, change)
    expect([refused.status, refused.refusal.code]).toEqual([409, 'document.not-a-draft'])
  })

  test('bears a number that stands once on its day', async () => {
    const { number } = await registerOrder(app)
    const { id, rowVersion } = await draftOrder(app)
    const again = { id, rowVersion, number: number ?? '', date: '2024-02-13' }
    const refused = await app.as('coordinator').call(documents.registerDraft, again)
    expect([refused.status, refused.refusal.code]).toEqual([409, 'document.number-taken'])
    const tomorrow = await app.as('coordinator').call(documents.registerDraft, { ...again, date: '2024-02-15' })
    expect([tomorrow.status, tomorrow.refusal.code]).toEqual([422, 'document.date-in-future'])
    const nextDay = await app.as('coordinator').call(documents.registerDraft, { ...again, date: '2024-02-14' })
    expect(nextDay.status).toBe(200)
  })

  test('is signed by a scan and by a detached signature with what its certificate says', async () => {
    const { id, rowVersion } = await registerOrder(app)
    const sign = { id, signedOn: '2024-02-14', form: 'scan' as const, name: 'Приказ.pdf' }
    const wrong = await app
      .as('coordinator')
      .call(documents.signDocument, { ...sign, rowVersion }, { upload: Buffer.from('не скан') })
    expect(wrong.refusal.code).toBe('document.not-a-scan')
    const ahead = { ...sign, rowVersion, signedOn: '2024-02-15' }
    const early = await app.as('coordinator').call(documents.signDocument, ahead, { upload: scanPdf(1, 71) })
    expect([early.status, early.refusal.code]).toEqual([422, 'document.date-in-future'])
    expect(early.refusal.fields).toEqual([{ path: 'signedOn', message: '' }])
    const scanned = await app
      .as('coordinator')
      .call(documents.signDocument, { ...sign, rowVersion }, { upload: scanPdf(1, 71) })
    expect([scanned.body.status, scanned.body.signatures[0]?.signer]).toEqual(['signed', 'А.Б. Ветрова'])
    const detached = { ...sign, rowVersion: rowVersion + 1, form: 'detached' as const, name: 'Приказ.sig' }
    const noSignature = await app.as('coordinator').call(documents.signDocument, detached, { upload: scanPdf(1, 72) })
    expect(noSignature.refusal.code).toBe('document.not-a-signature')
    const signed = await app.as('coordinator').call(documents.signDocument, detached, { upload: signatureFile() })
    expect(signed.body.signatures[1]).toMatchObject({
      signer: 'Ветрова Анна Борисовна',
      certificate: { serial: 'A1B2C3' },
    })
    const seen = await load('director', { id })
    expect(seen.body.signatures).toHaveLength(2)

    const asDirector = (format: 'pdf' | 'marked') => app.as('director').call(documents.printDocument, { id, format })
    const original = textsOf(await readPaperBytes((await asDirector('pdf')).raw)).join(' ')
    expect(original).not.toContain('ПОДПИСАН ЭЛЕКТРОННОЙ')
    const words = textsOf(await readPaperBytes((await asDirector('marked')).raw)).join(' ')
    expect(words).toContain('ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ')
    expect(words).toContain('A1B2C3')
    const archive = openArchive((await app.as('head').call(documents.printDocument, { id, format: 'zip' })).raw)
    expect(archive.names.map((name) => name.split('.').at(-1))).toEqual(['pdf', 'docx', 'pdf', 'pdf', 'sig'])
  })

  test('knows who has read it: a school by itself, or as it told its office', async () => {
    const { id } = await registerOrder(app)
    const organisationId = app.district.schools[0]?.id ?? app.district.authority.id
    const own = await app.as('director').call(documents.acquaint, { id, organisationId })
    expect(own.body.addressees[0]?.acquaintances).toMatchObject([{ name: 'Заречный director', onBehalf: null }])
    const again = await app.as('director').call(documents.acquaint, { id, organisationId })
    expect([again.status, again.refusal.code]).toEqual([409, 'document.acquainted-already'])
    const unsaid = await app.as('coordinator').call(documents.acquaint, { id, organisationId, name: 'Завуч' })
    expect(unsaid.refusal.code).toBe('document.on-behalf-how')
    const told = { id, organisationId, name: 'Завуч Лугова', onBehalf: 'call' as const, acquaintedOn: '2024-02-15' }
    const recorded = await app.as('coordinator').call(documents.acquaint, told)
    expect(recorded.body.addressees[0]?.acquaintances).toHaveLength(2)
    const second = app.district.schools[1]?.id ?? organisationId
    const foreign = await app.as('coordinator').call(documents.acquaint, { ...told, organisationId: second })
    expect(foreign.refusal.code).toBe('document.not-an-addressee')
  })
})

describe('an incoming letter', () => {
  const letter = { name: 'Письмо.txt', sender: 'Министерство образования', title: 'О сборе сведений', number: '02/17' }

  test('is kept with its file, its sender and its term, for the office alone', async () => {
    const dates = { date: '2024-02-12', dueOn: '2024-02-20', dueTime: '16:00' }
    const upload = Buffer.from('Просим сообщить')
    const ahead = { ...letter, ...dates, date: '2024-02-15' }
    const early = await app.as('coordinator').call(documents.receiveLetter, ahead, { upload })
    expect([early.status, early.refusal.code]).toEqual([422, 'document.date-in-future'])
    const received = await app.as('coordinator').call(documents.receiveLetter, { ...letter, ...dates }, { upload })
    expect(received.body).toMatchObject({ kind: 'incoming-letter', number: '02/17', dueOn: '2024-02-20', text: null })
    expect((await load('director', received.body)).status).toBe(404)
    const print = await app.as('coordinator').call(documents.printDocument, { id: received.body.id, format: 'pdf' })
    expect(print.refusal.code).toBe('document.not-written-here')
  })

  test('stands in the journal, which finds it by number, sender and words, and leaves as a table', async () => {
    const find = (search: object) => app.as('coordinator').call(documents.listDocuments, search)
    for (const text of ['02/17', 'министерство', 'сведений сборе']) {
      expect([text, (await find({ text })).body.documents.map(({ kind }) => kind)]).toEqual([text, ['incoming-letter']])
    }
    expect((await find({ text: '%' })).body.total).toBe(0)
    expect((await find({ kind: 'incoming-letter', from: '2024-02-13' })).body.total).toBe(0)
    expect((await app.as('stranger').call(documents.listDocuments, {})).body.total).toBe(0)
    const table = await app.as('coordinator').call(documents.exportDocuments, { kind: 'incoming-letter' })
    expect(JSON.stringify(textsOf(await readPaperBytes(table.raw)))).toContain('О сборе сведений')
  })
})

test('a paper that is printed and read again says the same', async () => {
  const { id } = await registerOrder(app)
  const docx = await app.as('coordinator').call(documents.printDocument, { id, format: 'docx' })
  const lines = textsOf(await readPaperBytes(docx.raw)).filter((line) => line !== '')
  expect(lines).toContain('1. Утвердить прилагаемую Дорожную карту.')
  expect(lines).toContain(orderText.heading)
  expect(lines.at(-1)).toBe('А.Б. Ветрова')
})
