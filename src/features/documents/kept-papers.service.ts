import { and, asc, eq } from 'drizzle-orm'
import type { DocumentId, OrganisationId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { keepMade, shareFiles } from '../files/service.ts'
import { files } from '../files/tables.ts'
import type { PaperForm } from './document.ts'
import { documentFiles } from './tables.ts'

export type MadePaper = { form: PaperForm; name: string; bytes: Uint8Array }

type Keeping = {
  documentId: DocumentId
  ownerId: OrganisationId
  readers: readonly { organisationId: OrganisationId }[]
}

/** Keeps what was made of a paper: from now on these bytes are given out, to its office and its readers. */
export async function keepPapers(work: Work, keeping: Keeping, made: readonly MadePaper[]): Promise<void> {
  const { documentId, ownerId, readers } = keeping
  const known = await listPapers(work, documentId)
  for (const [index, { form, name, bytes }] of made.entries()) {
    const { id: fileId } = await keepMade(work, bytes, { organisationId: ownerId, name })
    const place = known.length + index
    await work.db.insert(documentFiles).values({ documentId, form, place, fileId, madeAt: work.now })
    await shareFiles(
      work,
      readers.map(({ organisationId }) => ({ fileId, organisationId })),
    )
  }
}

/** The files of a paper in the order in which they were made; none while it is a draft. */
export async function listPapers(work: Work, documentId: DocumentId) {
  const found = await work.db
    .select({ form: documentFiles.form, file: files })
    .from(documentFiles)
    .innerJoin(files, eq(files.id, documentFiles.fileId))
    .where(and(eq(documentFiles.documentId, documentId), visibleTo(work.actor, documentFiles)))
    .orderBy(asc(documentFiles.place))
  return found.map(({ form, file: { id, name, size, sha256, type } }) => ({ form, id, name, size, sha256, type }))
}
