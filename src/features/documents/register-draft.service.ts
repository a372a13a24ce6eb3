import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import type { DocumentId, OrganisationId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { PaperDocument } from '../../paper/document.ts'
import type { Received } from '../../server/file-store.ts'
import type { Staged, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { keepFile } from '../files/service.ts'
import type { documentsContract } from './contract.ts'
import { type DocumentKind, isWritten } from './document.ts'
import { inState } from './draft.service.ts'
import { keepPapers, type MadePaper } from './kept-papers.service.ts'
import { type LaidLetterhead, type LetterheadId, loadToPrintOn } from './letterheads.service.ts'
import {
  changedMeanwhile,
  listAddressees,
  loadDocument,
  loadOffice,
  loadToChange,
  refuseAhead,
} from './load-document.service.ts'
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

/**
 * From now on the text stands, its files with it, and the addressees read them. They are printed before, with the number
 * and the date that are to come, while nobody waits for a row; then number and files come together or not at all, and
 * only if draft and letterhead are the ones that were printed.
 */
export function registerDraft(makers: Makers): Staged<(typeof documentsContract)['registerDraft']> {
  return {
    async prepare(work, wanted) {
      const plan = await planOf(work, wanted)
      return async () => {
        const made = await makeAll(plan, makers)
        return (later) => register(later, wanted, { plan, made })
      }
    },
  }
}

type Plan = { paper: PaperDocument; title: string; letterhead: LaidLetterhead | null }

/** What is to be printed, once nothing speaks against registering it. */
async function planOf(work: Work, wanted: Registered): Promise<Plan> {
  const { number, date, letterheadId } = wanted
  const { document, body } = await loadToRegister(work, wanted)
  return {
    paper: paperOf({ title: document.title, number, signedOn: date }, body, null),
    title: titleOf({ ...document, number }),
    letterhead: letterheadId ? await loadToPrintOn(work, letterheadId) : null,
  }
}

async function loadToRegister(work: Work, wanted: Registered) {
  const { id, number, date } = wanted
  const { document, owner } = await loadToChange(work, wanted)
  const { body, kind, title, status } = document
  refuseUnless(isWritten(status) && body, 'conflict', 'document.not-a-draft')
  refuseUnless(title !== '', 'unprocessable', 'document.no-heading')
  refuseUnless(kind === 'report' || body.signatory, 'unprocessable', 'document.no-signatory')
  refuseAhead(work, owner, { date })
  await refuseTakenNumber(work, { id, kind, organisationId: owner.id, number, date })
  return { document, owner, body }
}

async function makeAll({ paper, title, letterhead }: Plan, makers: Makers): Promise<MadePaper[]> {
  const pdf = await makePdf(title, paper, makers)
  const docx = await makeDocx(paper, letterhead, makers)
  return [
    { form: 'pdf', name: `${title}.pdf`, bytes: pdf },
    { form: 'docx', name: `${title}.docx`, bytes: docx },
    ...makeAnnexes(paper).map((bytes, index) => ({
      ...{ form: 'annex' as const, name: `Приложение ${index + 1}.docx`, bytes },
    })),
  ]
}

/** The version of the draft is the one that was printed: whoever changed it meanwhile has made another. */
async function register(work: Work, wanted: Registered, { plan, made }: { plan: Plan; made: MadePaper[] }) {
  const { id, rowVersion, number, date } = wanted
  await holdNumber(work, wanted)
  const { document, owner } = await loadToRegister(work, wanted)
  if (plan.letterhead) await refuseOtherLetterhead(work, plan.letterhead)
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
  await keepPapers(work, { documentId: id, ownerId: owner.id, readers: await listAddressees(work, id) }, made)
  return loadDocument(work, id)
}

/** Two papers that ask for one number of one day are registered one after the other: the second sees the first. */
async function holdNumber(work: Work, { number, date }: Registered): Promise<void> {
  await work.db.execute(
    sql`select pg_advisory_xact_lock(hashtext('document number'), hashtext(${`${date} ${number}`}))`,
  )
}

async function refuseOtherLetterhead(work: Work, printed: LaidLetterhead): Promise<void> {
  const { rowVersion } = await loadToPrintOn(work, printed.id)
  refuseUnless(rowVersion === printed.rowVersion, 'stale', 'letterhead.changed-meanwhile')
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
  refuseAhead(work, owner, { date: letter.date })
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
