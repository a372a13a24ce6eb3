import type { Day } from '../kernel/day.ts'
import type { WrittenBlock } from './written.ts'

/** A paper of an office as its requisites, before it has a shape: what ГОСТ Р 7.0.97-2025 calls by name. */
export type PaperDocument = {
  /** «ПРИКАЗ», «ПРОТОКОЛ»; null for a letter, whose head stands in the corner. */
  word: string | null
  authority: string
  place: string | null
  number: string | null
  date: Day | null
  /** To whom, of a letter: a line break parts post, organisation and name. */
  addressees: string[]
  /** «О сопровождении …»: what the paper is about. */
  heading: string
  /** Paragraphs before the clauses: on what ground, to what end. */
  preamble: string[]
  /** «ПРИКАЗЫВАЮ:» */
  decision: string | null
  clauses: Clause[]
  /** Paragraphs after the clauses. */
  closing: string[]
  tables: WrittenBlock[]
  signatory: Signatory | null
  /** «Согласовано» */
  agreed: Mark[]
  /** Who is to write that she has read it, by name. */
  toAcquaint: string[]
  executor: string | null
  seal: ElectronicSeal | null
  annexes: Annex[]
}

export type Clause = { text: string; clauses: string[] }

/** `post`: with «Исполняющий обязанности» where somebody stands in. */
export type Signatory = { post: string; name: string }

export type Mark = Signatory & { date: Day | null }

/** What stands on a paper whose original is signed electronically. */
export type ElectronicSeal = { certificate: string; owner: string; from: Day | null; to: Day | null }

export type Annex = {
  orientation: 'portrait' | 'landscape'
  /** «Утверждена» where the order puts it in force; else it is an annex by number. */
  approval: string | null
  title: string | null
  blocks: WrittenBlock[]
}

/** A paper in which nothing is said yet. */
export const blankDocument: PaperDocument = {
  word: null,
  authority: '',
  place: null,
  number: null,
  date: null,
  addressees: [],
  heading: '',
  preamble: [],
  decision: null,
  clauses: [],
  closing: [],
  tables: [],
  signatory: null,
  agreed: [],
  toAcquaint: [],
  executor: null,
  seal: null,
  annexes: [],
}
