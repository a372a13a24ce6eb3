import type { StagedService } from '../../server/work.ts'
import { acquaint } from './acquaint.service.ts'
import type { documentsContract } from './contract.ts'
import { abandonDraft, changeDraft, draftDocument } from './draft.service.ts'
import { addLetterhead, listLetterheads, retireLetterhead } from './letterheads.service.ts'
import { exportDocuments, listDocuments } from './list-documents.service.ts'
import { loadDocument } from './load-document.service.ts'
import type { Makers } from './make-papers.service.ts'
import { printDocument } from './print-document.service.ts'
import { receiveLetter, registerDraft } from './register-draft.service.ts'
import { signDocument } from './sign-document.service.ts'

/** Papers of an office; whoever joins the product says how they are made. */
export function documentsService(
  makers: Makers,
): StagedService<typeof documentsContract, 'registerDraft' | 'signDocument'> {
  return {
    listDocuments,
    exportDocuments,
    loadDocument: (work, { id }) => loadDocument(work, id),
    draftDocument,
    changeDraft,
    abandonDraft,
    registerDraft: registerDraft(makers),
    signDocument: signDocument(makers),
    acquaint,
    receiveLetter,
    listLetterheads,
    addLetterhead: (work, input, received) => addLetterhead(work, input, { received, read: makers.readLetterhead }),
    retireLetterhead,
    printDocument: (work, input) => printDocument(work, input, makers),
  }
}
