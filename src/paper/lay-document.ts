import { dotted } from '../kernel/day.ts'
import type { Annex, Clause, PaperDocument } from './document.ts'
import { genitiveOf } from './genitive.ts'
import { acquaintBlocks, agreedBlocks, sealBlocks, signed } from './lay-signatures.ts'
import type { WrittenBlock, WrittenSheet } from './written.ts'

/** The requisites in their places by ГОСТ Р 7.0.97-2025: the paper itself, and each annex on pages of its own. */
export function layDocument(document: PaperDocument): WrittenSheet[] {
  const hasBody = hasWords(document) || document.annexes.length === 0
  const annexes = document.annexes.map((annex, index) => annexSheet(annex, { document, index, hasBody }))
  if (!hasBody) return withSignature(annexes, document)
  const head = document.word === null ? letterHead(document) : orderHead(document)
  const blocks = [...head, ...bodyBlocks(document)]
  return [{ orientation: 'portrait', size: 14, lines: 1.15, blocks }, ...annexes]
}

function hasWords({ preamble, clauses, closing, tables }: PaperDocument): boolean {
  return preamble.length + clauses.length + closing.length + tables.length > 0
}

/** A table that stands by itself is signed below. */
function withSignature(sheets: WrittenSheet[], { signatory, seal }: PaperDocument): WrittenSheet[] {
  return sheets.map((sheet, index) =>
    index < sheets.length - 1 ? sheet : { ...sheet, blocks: [...signed(sheet.blocks, signatory), ...sealBlocks(seal)] },
  )
}

/** Everything below the head. */
export function bodyBlocks(document: PaperDocument): WrittenBlock[] {
  const { preamble, decision, clauses, closing, tables, signatory, executor, seal } = document
  const text: WrittenBlock[] = [
    ...preamble.map(indented),
    ...(decision === null ? [] : [{ text: decision, above: 6, keepsNext: true }]),
    ...numbered(clauses).map(indented),
    ...tables,
    ...closing.map(indented),
    ...annexList(document),
  ]
  return [
    ...signed(text, signatory),
    ...sealBlocks(seal),
    ...agreedBlocks(document.agreed),
    ...acquaintBlocks(document.toAcquaint),
    ...(executor === null ? [] : [{ text: executor, size: 10, above: 18 }]),
  ]
}

/** The lines of the clauses, each with its number. */
function numbered(clauses: readonly Clause[]): string[] {
  return clauses.flatMap(({ text, clauses: inner }, index) => [
    `${index + 1}. ${text}`,
    ...inner.map((one, at) => `${index + 1}.${at + 1}. ${one}`),
  ])
}

/** «от 13.02.2024 № 31», with room to write in what is not known yet. */
function numberLine({ number, date }: Pick<PaperDocument, 'number' | 'date'>): string {
  return `от ${date === null ? '____________' : dotted(date)} № ${number ?? '______'}`
}

function indented(text: string): WrittenBlock {
  return { text, align: 'both', firstLine: 12.5 }
}

function orderHead(document: PaperDocument): WrittenBlock[] {
  const { authority, word, place, heading } = document
  return [
    { text: authority, align: 'center', isBold: true },
    { text: word ?? '', align: 'center', isBold: true, above: 14 },
    { text: numberLine(document), above: 14 },
    ...(place === null ? [] : [{ text: place, align: 'center' as const, above: 7 }]),
    { text: heading, right: 82, above: 14 },
    { text: '' },
  ]
}

function letterHead(document: PaperDocument): WrittenBlock[] {
  const { authority, addressees, heading, place } = document
  const corner = [authority, place ?? '', '', numberLine(document)].filter((line, at) => at > 1 || line !== '')
  return [
    {
      headRows: [],
      rows: [[{ text: corner.join('\n') }, { text: '' }, { text: addressees.join('\n\n') }]],
      widths: [73, 17, 75],
      isFrame: true,
    },
    { text: '' },
    ...(heading === '' ? [] : [{ text: heading, right: 82 }]),
    { text: '' },
  ]
}

/** A letter names its annexes above the signature; an order's clauses name them. */
function annexList({ word, annexes }: PaperDocument): WrittenBlock[] {
  if (word !== null || annexes.length === 0) return []
  const names = annexes.map(({ title }, index) => `${index + 1}. ${title ?? 'Приложение'}`)
  const [only] = annexes
  const text =
    annexes.length === 1 && only ? `Приложение: ${only.title ?? 'таблица'}.` : `Приложения: ${names.join('; ')}.`
  return [{ ...{ text, align: 'both', firstLine: 12.5 }, above: 7 } as const]
}

type Standing = { document: PaperDocument; index: number; hasBody: boolean }

function annexSheet(annex: Annex, standing: Standing): WrittenSheet {
  const { orientation, title, blocks } = annex
  const heading: WrittenBlock[] = title === null ? [] : [{ text: title, align: 'center', isBold: true, above: 10 }]
  const mark = standing.hasBody ? annexMark(annex, standing) : []
  return { orientation, size: 12, lines: 1, blocks: [...mark, ...heading, { text: '', size: 8 }, ...blocks] }
}

function annexMark({ orientation, approval }: Annex, { document, index }: Standing): WrittenBlock[] {
  const left = orientation === 'portrait' ? 95 : 165
  const whose = genitiveOf(document.authority)
  const [dative, instrumental] = namesOfKind(document.word)
  const label = document.annexes.length > 1 ? `Приложение ${index + 1}` : 'Приложение'
  const lines =
    approval === null
      ? [label, `к ${dative} ${whose}`, numberLine(document)]
      : [approval, `${instrumental} ${whose}`, numberLine(document)]
  return lines.map((text) => ({ text, left }))
}

/** «к приказу», «утверждена приказом». */
function namesOfKind(word: string | null): [string, string] {
  if (word === null) return ['письму', 'письмом']
  const noun = word.toLowerCase()
  return noun === 'распоряжение' ? ['распоряжению', 'распоряжением'] : [`${noun}у`, `${noun}ом`]
}
