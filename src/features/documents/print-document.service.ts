import { readFile } from 'node:fs/promises'
import type { DocumentId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { PaperDocument } from '../../paper/document.ts'
import { zip } from '../../paper/zip.ts'
import type { Download, Work } from '../../server/work.ts'
import { loadFile } from '../files/service.ts'
import type { PaperFormat } from './document.ts'
import { listPapers } from './kept-papers.service.ts'
import { type LetterheadId, loadToPrintOn } from './letterheads.service.ts'
import { loadDocument, loadOwned } from './load-document.service.ts'
import { type Makers, makeAnnexes, makeDocx, makePdf, paperOf, sealOf, titleOf } from './make-papers.service.ts'
import type { DocumentView } from './view.ts'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
} as const

type Wanted = { id: DocumentId; format: PaperFormat; letterheadId?: LetterheadId | undefined }

/** A draft is printed as it stands; a registered paper is given out as it was made when it got its number. */
export async function printDocument(work: Work, wanted: Wanted, makers: Makers): Promise<Download> {
  const { id, format, letterheadId } = wanted
  const { document } = await loadOwned(work, id)
  refuseUnless(document.body, 'unprocessable', 'document.not-written-here')
  const kept = await listPapers(work, id)
  refuseUnless(kept.length === 0 || !letterheadId, 'conflict', 'document.made-already')
  const view = await loadDocument(work, id)
  const title = titleOf(document)
  if (format === 'zip') {
    const certificate = certificateOf(view)
    const paper = paperOf(document, document.body, sealOf(certificate))
    const parts = kept.length > 0 ? await readKept(work, kept) : await makeParts({ paper, title }, makers)
    return file(title, 'zip', zip({ ...parts, ...(await readSignatures(work, view)) }))
  }
  const found = kept.findLast((one) => one.form === format)
  if (found) {
    const { path, size, type, name } = await loadFile(work, found.id)
    return { name, type, path, size, ...(format === 'docx' ? {} : { disposition: 'inline' }) }
  }
  refuseUnless(kept.length === 0, 'missing', 'document.not-marked')
  const paper = paperOf(document, document.body, sealOf(certificateOf(view)))
  if (format === 'docx') {
    const letterhead = letterheadId ? await loadToPrintOn(work, letterheadId) : null
    return file(title, 'docx', await makeDocx(paper, letterhead, makers))
  }
  return { ...file(title, 'pdf', await makePdf(title, paper, makers)), disposition: 'inline' }
}

type Parts = Record<string, Uint8Array>

async function makeParts(made: { paper: PaperDocument; title: string }, makers: Makers): Promise<Parts> {
  const { paper, title } = made
  const parts: Parts = {
    [`${title}.pdf`]: await makePdf(title, paper, makers),
    [`${title}.docx`]: await makeDocx(paper, null, makers),
  }
  for (const [index, annex] of makeAnnexes(paper).entries()) parts[`Приложение ${index + 1}.docx`] = annex
  return parts
}

/** Under the names that they were kept by; of several marked copies the last one. */
async function readKept(work: Work, kept: Awaited<ReturnType<typeof listPapers>>): Promise<Parts> {
  const parts: Parts = {}
  for (const { id, name } of kept) parts[name] = await readFile((await loadFile(work, id)).path)
  return parts
}

async function readSignatures(work: Work, { signatures }: DocumentView): Promise<Parts> {
  const parts: Parts = {}
  for (const [index, { file: given }] of signatures.entries()) {
    const { path } = await loadFile(work, given.id)
    parts[`Подпись ${index + 1} - ${given.name}`] = await readFile(path)
  }
  return parts
}

function file(title: string, format: keyof typeof types, bytes: Uint8Array): Download {
  return { name: `${title}.${format}`, type: types[format], bytes }
}

function certificateOf({ signatures }: DocumentView) {
  return signatures.findLast((one) => one.certificate !== null)?.certificate ?? null
}
