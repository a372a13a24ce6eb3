import { readFile } from 'node:fs/promises'
import { and, eq, inArray } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { type DocumentId, newId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { certificateIn } from '../../paper/signature-file.ts'
import type { Received } from '../../server/file-store.ts'
import type { Staged, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { keepFile, shareFiles } from '../files/service.ts'
import type { documentsContract } from './contract.ts'
import { type Certificate, maySign, type SignatureForm } from './document.ts'
import { keepPapers, type MadePaper } from './kept-papers.service.ts'
import {
  changedMeanwhile,
  type DocumentRow,
  listAddressees,
  loadDocument,
  loadToChange,
  refuseAhead,
} from './load-document.service.ts'
import { makePdf, type PrintPdf, paperOf, sealOf, titleOf } from './make-papers.service.ts'
import { documentSignatures, documents } from './tables.ts'
import type { DocumentView } from './view.ts'

type Signed = {
  id: DocumentId
  rowVersion: number
  name: string
  form: SignatureForm
  signer: string
  signedOn: Day
  received: Received
}

/**
 * The scan of the signed paper, or the signature itself, with what its certificate says: kept, not proved. The copy with
 * its mark is printed before, while nobody waits for a row.
 */
export function signDocument({ printPdf }: { printPdf: PrintPdf }): Staged<(typeof documentsContract)['signDocument']> {
  return {
    async prepare(work, wanted, received) {
      const { document } = await loadToSign(work, wanted)
      const certificate = await certificateOf(received, wanted.form)
      return async () => {
        const marked = certificate && (await markedCopy(document, certificate, { printPdf }))
        return (later) => sign(later, { ...wanted, received }, { certificate, marked })
      }
    },
  }
}

async function loadToSign(work: Work, wanted: { id: DocumentId; rowVersion: number; signedOn: Day }) {
  const found = await loadToChange(work, wanted)
  refuseUnless(maySign(found.document.status), 'conflict', 'document.not-registered')
  refuseAhead(work, found.owner, { signedOn: wanted.signedOn })
  return found
}

/** Null where the paper was not written here. */
async function markedCopy(
  document: DocumentRow,
  certificate: Certificate,
  makers: { printPdf: PrintPdf },
): Promise<MadePaper | null> {
  if (!document.body) return null
  const title = titleOf(document)
  const bytes = await makePdf(title, paperOf(document, document.body, sealOf(certificate)), makers)
  return { form: 'marked', name: `${title} (с отметкой о подписи).pdf`, bytes }
}

type Made = { certificate: Certificate | null; marked: MadePaper | null }

async function sign(work: Work, wanted: Signed, { certificate, marked }: Made): Promise<DocumentView> {
  const { id, rowVersion, name, form, signedOn, received } = wanted
  const { document, owner } = await loadToSign(work, wanted)
  const signer = wanted.signer || certificate?.owner || document.body?.signatory?.name || owner.shortName
  const [signed] = await work.db
    .update(documents)
    .set({ status: 'signed', rowVersion: rowVersion + 1 })
    .where(
      and(
        eq(documents.id, id),
        eq(documents.rowVersion, rowVersion),
        inArray(documents.status, ['registered', 'signed']),
      ),
    )
    .returning({ id: documents.id })
  if (!signed) throw await changedMeanwhile(work, id)
  const file = await keepFile(work, received, { organisationId: owner.id, name })
  const fileId = file.id
  const added = { addedBy: personIdOf(work.actor), addedAt: work.now }
  const signature = { documentId: id, form, fileId, signer, signedOn, certificate }
  await work.db.insert(documentSignatures).values({ ...signature, ...added, id: newId() })
  const addressees = await listAddressees(work, id)
  await shareFiles(
    work,
    addressees.map(({ organisationId }) => ({ fileId, organisationId })),
  )
  if (marked) await keepPapers(work, { documentId: id, ownerId: owner.id, readers: addressees }, [marked])
  await record(work, {
    action: 'document.signed',
    subjectId: id,
    organisationId: owner.id,
    before: { status: document.status },
    after: { ...signature, sha256: received.sha256 },
  })
  return loadDocument(work, id)
}

async function certificateOf({ path }: Received, form: SignatureForm): Promise<Certificate | null> {
  const bytes = await readFile(path)
  if (form === 'detached') {
    const certificate = certificateIn(bytes)
    refuseUnless(certificate, 'unprocessable', 'document.not-a-signature')
    return certificate
  }
  const isScan = ['%PDF-', '\x89PNG', '\xff\xd8\xff'].some((start) => bytes.toString('latin1', 0, 8).startsWith(start))
  refuseUnless(isScan, 'unprocessable', 'document.not-a-scan')
  return null
}
