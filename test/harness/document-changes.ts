import { documentsContract } from '../../src/features/documents/contract.ts'
import type { DocumentText, DocumentView } from '../../src/features/documents/view.ts'
import { newId } from '../../src/kernel/id.ts'
import type { TestApp } from './app.ts'
import type { Change, Stage } from './changes.ts'
import { letterheadFile, usualLetterhead } from './letterhead-file.ts'
import { freshScan } from './scan-changes.ts'
import { school } from './someone.ts'

/** The words of a short order. */
export const orderText: DocumentText = {
  heading: 'О сопровождении школ',
  place: 'г. Заречный',
  addressees: [],
  preamble: ['В соответствии с планом работы на 2024 год, с целью методического сопровождения школ'],
  decision: 'ПРИКАЗЫВАЮ:',
  clauses: [
    { text: 'Утвердить прилагаемую Дорожную карту.', clauses: [] },
    { text: 'Контроль за исполнением настоящего приказа оставляю за собой.', clauses: [] },
  ],
  closing: [],
  signatory: { post: 'Начальник\nУправления образования', name: 'А.Б. Ветрова' },
  agreed: [],
  toAcquaint: [],
  executor: null,
}

/** An order in the hands of the coordinator, addressed to the first school. */
export async function draftOrder({ as, district }: Pick<TestApp, 'as' | 'district'>): Promise<DocumentView> {
  const drafted = await as('coordinator').call(documentsContract.draftDocument, { kind: 'order' })
  const { id, rowVersion } = drafted.body
  const organisationIds = district.schools.slice(0, 1).map((one) => one.id)
  const input = { id, rowVersion, text: orderText, organisationIds }
  return (await as('coordinator').call(documentsContract.changeDraft, input)).body
}

export async function registerOrder(stage: Pick<TestApp, 'as' | 'district'>): Promise<DocumentView> {
  const { id, rowVersion } = await draftOrder(stage)
  const input = { id, rowVersion, number: `02-${newId().slice(-8)}`, date: '2024-02-13' }
  return (await stage.as('coordinator').call(documentsContract.registerDraft, input)).body
}

/** Examples of changes around papers. */
export const documentChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'documents.draftDocument': async () => ({ as: 'coordinator', input: { kind: 'order', heading: 'О проверке' } }),
  'documents.changeDraft': async (stage) => {
    const { id, rowVersion } = await draftOrder(stage)
    return { as: 'coordinator', input: { id, rowVersion, text: orderText, organisationIds: [school(stage)] } }
  },
  'documents.abandonDraft': async (stage) => ({ as: 'coordinator', input: versionOf(await draftOrder(stage)) }),
  'documents.registerDraft': async (stage) => {
    const version = versionOf(await draftOrder(stage))
    return { as: 'coordinator', input: { ...version, number: `02-${newId().slice(-8)}`, date: '2024-02-13' } }
  },
  'documents.signDocument': async (stage) => {
    const version = versionOf(await registerOrder(stage))
    const input = { ...version, name: 'Приказ.pdf', form: 'scan', signedOn: '2024-02-14' }
    return { as: 'coordinator', input, upload: freshScan() }
  },
  'documents.acquaint': async (stage) => {
    const { id } = await registerOrder(stage)
    const input = { id, organisationId: school(stage), name: 'Лугова В.', onBehalf: 'call' }
    return { as: 'coordinator', input }
  },
  'drafting.draftFromRecords': async (stage) => ({
    as: 'coordinator',
    input: { programmeId: stage.year.programmeId, layout: 'participants-letter' },
  }),
  'documents.addLetterhead': async () => ({
    as: 'coordinator',
    input: { name: 'Бланк.docx' },
    upload: letterheadFile([...usualLetterhead, newId()]),
  }),
  'documents.retireLetterhead': async (stage) => {
    const upload = letterheadFile([...usualLetterhead, newId()])
    const { body } = await stage.as('coordinator').call(documentsContract.addLetterhead, { name: newId() }, { upload })
    const last = body.letterheads.toSorted((one, other) => one.id.localeCompare(other.id)).at(-1)
    return { as: 'coordinator', input: { id: last?.id, rowVersion: last?.rowVersion } }
  },
  'documents.receiveLetter': async () => ({
    as: 'coordinator',
    input: { name: 'Письмо.txt', number: '17', sender: 'Министерство', title: 'О сборе сведений' },
    upload: new TextEncoder().encode(`Письмо ${newId()}`),
  }),
}

function versionOf({ id, rowVersion }: DocumentView) {
  return { id, rowVersion }
}
