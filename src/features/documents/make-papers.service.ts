import { dotted, isDay } from '../../kernel/day.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { ElectronicSeal, PaperDocument } from '../../paper/document.ts'
import type { LetterheadFilling } from '../../paper/fill-letterhead.ts'
import { bodyBlocks, layDocument } from '../../paper/lay-document.ts'
import { signatureBlocks } from '../../paper/lay-signatures.ts'
import { writeSheets } from '../../paper/write-docx.ts'
import type { WrittenSheet } from '../../paper/written.ts'
import { safeFileName } from '../files/file-type.ts'
import type { Certificate } from './document.ts'
import type { DocumentBody } from './document-body.ts'
import { journalWords } from './journal-words.ts'
import { type LaidLetterhead, printOn, type ReadLetterhead } from './letterheads.service.ts'
import type { DocumentRow } from './load-document.service.ts'

/** Prints sheets as a PDF without holding anybody up; null where they are too much. */
export type PrintPdf = (print: { title: string; sheets: WrittenSheet[] }) => Promise<Uint8Array | null>

/** What papers are made with; whoever joins the product gives it. */
export type Makers = { printPdf: PrintPdf; readLetterhead: ReadLetterhead }

/** The requisites of a paper as they stand now. */
export function paperOf(
  { title, number, signedOn }: Pick<DocumentRow, 'title' | 'number' | 'signedOn'>,
  body: DocumentBody,
  seal: ElectronicSeal | null,
): PaperDocument {
  return { ...body, heading: title, number, date: signedOn, seal }
}

export async function makePdf(title: string, paper: PaperDocument, { printPdf }: Pick<Makers, 'printPdf'>) {
  const pdf = await printPdf({ title, sheets: layDocument(paper) })
  refuseUnless(pdf, 'unprocessable', 'document.too-large')
  return pdf
}

/** The paper as a .docx: on a letterhead of its office, or as the standard lays it. */
export async function makeDocx(
  paper: PaperDocument,
  letterhead: LaidLetterhead | null,
  { readLetterhead }: Pick<Makers, 'readLetterhead'>,
): Promise<Uint8Array> {
  if (!letterhead) return writeSheets(layDocument(paper))
  return printOn(letterhead, fillingOf(paper), readLetterhead)
}

/** Each annex as a .docx by itself. */
export function makeAnnexes(paper: PaperDocument): Uint8Array[] {
  return annexSheets(paper).map((sheet) => writeSheets([sheet]))
}

/** What the file of a paper is called. */
export function titleOf({ kind, number, title }: Pick<DocumentRow, 'kind' | 'number' | 'title'>): string {
  const words = [journalWords.ru.kinds[kind], number ? `№ ${number.replaceAll('/', '-')}` : '', title]
  return safeFileName(words.filter((word) => word !== '').join(' ')).slice(0, 90)
}

/** The mark is printed once a certificate has said whose signature it is. */
export function sealOf(certificate: Certificate | null): ElectronicSeal | null {
  if (!certificate) return null
  const day = (text: string | null) => (text !== null && isDay(text) ? text : null)
  const { serial, owner, from, to } = certificate
  return { certificate: serial, owner, from: day(from), to: day(to) }
}

/** The letterhead has places of its own for number and date; whoever signs stands below the text. */
function fillingOf(paper: PaperDocument): LetterheadFilling {
  const { word, number, date, place, addressees, signatory, executor, heading } = paper
  return {
    fields: {
      вид: word ?? '',
      заголовок: heading,
      номер: number ?? '______',
      дата: date === null ? '____________' : dotted(date),
      место: place ?? '',
      адресат: addressees.join('\n'),
      должность: signatory?.post ?? '',
      подписант: signatory?.name ?? '',
      исполнитель: executor ?? '',
    },
    addressees: addressees.length === 0 ? [] : [{ text: addressees.join('\n'), left: 95 }, { text: '' }],
    heading: heading === '' ? [] : [{ text: heading, right: 82 }, { text: '' }],
    body: bodyBlocks({ ...paper, signatory: null, executor: null }),
    signature: signatureBlocks(signatory),
    annexes: annexSheets(paper),
  }
}

function annexSheets(paper: PaperDocument): WrittenSheet[] {
  return paper.annexes.length === 0 ? [] : layDocument(paper).slice(-paper.annexes.length)
}
