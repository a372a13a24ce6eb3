import type { Service } from '../../server/work.ts'
import { acquaint } from './acquaint.service.ts'
import type { documentsContract } from './contract.ts'
import { abandonDraft, changeDraft, draftDocument } from './draft.service.ts'
import { addLetterhead, listLetterheads, type ReadLetterhead, retireLetterhead } from './letterheads.service.ts'
import { exportDocuments, listDocuments } from './list-documents.service.ts'
import { loadDocument } from './load-document.service.ts'
import { type PrintPdf, printDocument } from './print-document.service.ts'
import { receiveLetter, registerDraft } from './register-draft.service.ts'
import { signDocument } from './sign-document.service.ts'

/** Papers of an office; whoever joins the product says how a PDF is printed. */
export function documentsService(
  printPdf: PrintPdf,
  readLetterhead: ReadLetterhead,
): Service<typeof documentsContract> {
  return {
    listDocuments,
    exportDocuments,
    loadDocument: (work, { id }) => loadDocument(work, id),
    draftDocument,
    changeDraft,
    abandonDraft,
    registerDraft,
    signDocument,
    acquaint,
    receiveLetter,
    listLetterheads,
    addLetterhead: (work, input, received) => addLetterhead(work, input, { received, read: readLetterhead }),
    retireLetterhead,
    printDocument: (work, input) => printDocument(work, input, { printPdf, readLetterhead }),
  }
}
