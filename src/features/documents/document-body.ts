import { blankDocument, type PaperDocument } from '../../paper/document.ts'
import type { WrittenKind } from './document.ts'

/** What is written of a paper before it has a number: its requisites but those that the journal and the signature give. */
export type DocumentBody = Omit<PaperDocument, 'number' | 'date' | 'heading' | 'seal'>

/** A paper filled from records, as a layout gives it. */
export type DraftPaper = { kind: WrittenKind; heading: string; body: DocumentBody }

/** A new paper of this kind, with the words that every one of them has. */
export function blankBody(kind: WrittenKind, authority: string): DocumentBody {
  return { ...blankDocument, ...usualWords[kind], authority }
}

const usualWords: Record<WrittenKind, Partial<DocumentBody>> = {
  order: { word: 'ПРИКАЗ', decision: 'ПРИКАЗЫВАЮ:' },
  letter: {},
  protocol: { word: 'ПРОТОКОЛ', decision: 'РЕШИЛИ:' },
  report: {},
}
