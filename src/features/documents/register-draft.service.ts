import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import type { DocumentId, OrganisationId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Received } from '../../server/file-store.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { keepFile } from '../files/service.ts'
import { type DocumentKind, isWritten } from './document.ts'
import { inState } from './draft.service.ts'
import { keepPapers } from './kept-papers.service.ts'
import type { LetterheadId } from './letterheads.service.ts'
import { changedMeanwhile, listAddressees, loadDocument, loadOffice, loadToChange } from './load-document.service.ts'
import { type Makers, makeAnnexes, makeDocx, makePdf, paperOf, titleOf } from './make-papers.service.ts'
import { registerDocument } from './service.ts'
import { documents } from './tables.ts'
import type { DocumentView } from './view.ts'

type Registered = {
  id: DocumentId
  rowVersion: number
  number: string
  date: Day
  letterheadId?: LetterheadId | undefined
}

/** From now on the text stands, its files with it, and the addressees read them. */
export async function registerDraft(work: Work, wanted: Registered, makers: Makers): Promise<DocumentView> {
  const { id, rowVersion, number, date } = wanted
  const { document, owner } = await loadToChange(work, wanted)
  refuseUnless(isWritten(document.status) && document.body, 'conflict', 'document.not-a-draft')
  refuseUnless(document.title !== '', 'unprocessable', 'document.no-heading')
  const isReport = document.kind === 'report'
  refuseUnless(isReport || document.body.signatory, 'unprocessable', 'document.no-signatory')
  await refuseTakenNumber(work, { id, kind: document.kind, organisationId: owner.id, number, date })
  const paper = paperOf({ title: document.title, number, signedOn: date }, document.body, null)
  const title = titleOf({ ...document, number })
  const pdf = await makePdf(title, paper, makers)
  const docx = await makeDocx(work, { paper, letterheadId: wanted.letterheadId }, makers)
  const [registered] = await work.db
    .update(documents)
    .set({ status: 'registered', number, signedOn: date, rowVersion: rowVersion + 1 })
    .where(inState(id, rowVersion))
    .returning({ id: documents.id })
  if (!registered) throw await changedMeanwhile(work, id)
  await record(work, {
    action: 'document.registered',
    subjectId: id,
    organisationId: owner.id,
    before: { status: document.status },
    after: { number, signedOn: date },
  })
  const keeping = { documentId: id, ownerId: owner.id, readers: await listAddressees(work, id) }
  const annexes = makeAnnexes(paper).map((bytes, index) => ({ name: `Приложение ${index + 1}.docx`, bytes }))
  await keepPapers(work, keeping, [
    { form: 'pdf', name: `${title}.pdf`, bytes: pdf },
    { form: 'docx', name: `${title}.docx`, bytes: docx },
    ...annexes.map((one) => ({ form: 'annex' as const, ...one })),
  ])
  return loadDocument(work, id)
}

type Letter = {
  ownerId?: OrganisationId | undefined
  name: string
  number: string
  date?: Day | undefined
  sender: string
  title: string
  dueOn?: Day | undefined
  dueTime?: string | undefined
}

/** An incoming letter with its file; a task by it is given afterwards, or none. */
export async function receiveLetter(work: Work, letter: Letter, received: Received): Promise<DocumentView> {
  const owner = await loadOffice(work, letter.ownerId)
  const file = await keepFile(work, received, { organisationId: owner.id, name: letter.name })
  const { id } = await registerDocument(work, {
    organisationId: owner.id,
    kind: 'incoming-letter',
    number: letter.number === '' ? null : letter.number,
    signedOn: letter.date ?? null,
    title: letter.title,
    sender: letter.sender,
    fileId: file.id,
    audience: 'addressees',
    dueOn: letter.dueOn ?? null,
    dueTime: letter.dueTime ?? null,
  })
  return loadDocument(work, id)
}

type Numbered = { id: DocumentId; kind: DocumentKind; organisationId: OrganisationId; number: string; date: Day }

/** One number of one day stands once in the journal of a kind. */
async function refuseTakenNumber(work: Work, { id, kind, organisationId, number, date }: Numbered): Promise<void> {
  const [twin] = await work.db
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.organisationId, organisationId),
        eq(documents.kind, kind),
        eq(documents.number, number),
        eq(documents.signedOn, date),
        inArray(documents.status, ['registered', 'signed']),
        ne(documents.id, id),
      ),
    )
  refuseUnless(!twin, 'conflict', 'document.number-taken', { params: { number } })
}
