import { readFile } from 'node:fs/promises'
import { dotted, isDay } from '../../kernel/day.ts'
import type { DocumentId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { ElectronicSeal, PaperDocument } from '../../paper/document.ts'
import type { LetterheadFilling } from '../../paper/fill-letterhead.ts'
import { bodyBlocks, layDocument } from '../../paper/lay-document.ts'
import { signatureBlocks } from '../../paper/lay-signatures.ts'
import { writeSheets } from '../../paper/write-docx.ts'
import type { WrittenSheet } from '../../paper/written.ts'
import { zip } from '../../paper/zip.ts'
import type { Download, Work } from '../../server/work.ts'
import { safeFileName } from '../files/file-type.ts'
import { loadFile } from '../files/service.ts'
import type { DocumentView } from './contract.ts'
import type { DocumentBody } from './document-body.ts'
import { journalWords } from './journal-words.ts'
import { type LetterheadId, printOn, type ReadLetterhead } from './letterheads.service.ts'
import { type DocumentRow, loadDocument, loadOwned } from './load-document.service.ts'

/** Prints sheets as a PDF without holding anybody up; null where they are too much. */
export type PrintPdf = (print: { title: string; sheets: WrittenSheet[] }) => Promise<Uint8Array | null>

export const paperFormats = ['pdf', 'docx', 'zip'] as const
export type PaperFormat = (typeof paperFormats)[number]

const types: Record<PaperFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
}

/** The paper as a file; `zip` holds it in both shapes, each annex by itself, and the signatures. */
export async function printDocument(
  work: Work,
  { id, format, letterheadId }: { id: DocumentId; format: PaperFormat; letterheadId?: LetterheadId | undefined },
  { printPdf, readLetterhead }: { printPdf: PrintPdf; readLetterhead: ReadLetterhead },
): Promise<Download> {
  const { document } = await loadOwned(work, id)
  refuseUnless(document.body, 'unprocessable', 'document.not-written-here')
  const view = await loadDocument(work, id)
  const paper = paperOf(document, document.body, sealOf(view))
  const title = titleOf(document)
  const print = { title, sheets: layDocument(paper) }
  if (format === 'docx' && letterheadId) {
    const filling = fillingOf(paper)
    return file(title, 'docx', await printOn(work, { id: letterheadId, filling }, readLetterhead))
  }
  if (format === 'docx') return file(title, 'docx', writeSheets(print.sheets))
  const pdf = await printPdf(print)
  refuseUnless(pdf, 'unprocessable', 'document.too-large')
  if (format === 'pdf') return { ...file(title, 'pdf', pdf), disposition: 'inline' }
  const parts: Record<string, Uint8Array> = { [`${title}.pdf`]: pdf, [`${title}.docx`]: writeSheets(print.sheets) }
  for (const [index, sheet] of annexSheets(paper).entries())
    parts[`Приложение ${index + 1}.docx`] = writeSheets([sheet])
  for (const [index, { file: given }] of view.signatures.entries()) {
    const { path } = await loadFile(work, given.id)
    parts[`Подпись ${index + 1} - ${given.name}`] = await readFile(path)
  }
  return file(title, 'zip', zip(parts))
}

/** The requisites of a paper as they stand now. */
export function paperOf(
  { title, number, signedOn }: Pick<DocumentRow, 'title' | 'number' | 'signedOn'>,
  body: DocumentBody,
  seal: ElectronicSeal | null,
): PaperDocument {
  return { ...body, heading: title, number, date: signedOn, seal }
}

/** The letterhead has places of its own for number and date; whoever signs stands below the text. */
function fillingOf(paper: PaperDocument): LetterheadFilling {
  const { number, date, place, addressees, signatory, executor, heading } = paper
  return {
    fields: {
      заголовок: heading,
      номер: number ?? '______',
      дата: date === null ? '____________' : dotted(date),
      место: place ?? '',
      адресат: addressees.join('\n'),
      должность: signatory?.post ?? '',
      подписант: signatory?.name ?? '',
      исполнитель: executor ?? '',
    },
    heading: heading === '' ? [] : [{ text: heading, right: 82 }, { text: '' }],
    body: bodyBlocks({ ...paper, signatory: null, executor: null }),
    signature: signatureBlocks(signatory),
    annexes: annexSheets(paper),
  }
}

function annexSheets(paper: PaperDocument): WrittenSheet[] {
  return paper.annexes.length === 0 ? [] : layDocument(paper).slice(-paper.annexes.length)
}

function file(title: string, format: PaperFormat, bytes: Uint8Array): Download {
  return { name: `${title}.${format}`, type: types[format], bytes }
}

function titleOf({ kind, number, title }: DocumentRow): string {
  const words = [journalWords.ru.kinds[kind], number ? `№ ${number.replaceAll('/', '-')}` : '', title]
  return safeFileName(words.filter((word) => word !== '').join(' ')).slice(0, 90)
}

/** The mark is printed once a certificate has said whose signature it is. */
function sealOf({ signatures }: DocumentView): ElectronicSeal | null {
  const certificate = signatures.findLast((one) => one.certificate !== null)?.certificate
  if (!certificate) return null
  const day = (text: string | null) => (text !== null && isDay(text) ? text : null)
  return {
    certificate: certificate.serial,
    owner: certificate.owner,
    from: day(certificate.from),
    to: day(certificate.to),
  }
}
