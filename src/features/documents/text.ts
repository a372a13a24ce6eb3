import type { DocumentBody } from './document-body.ts'
import type { DocumentText } from './view.ts'

/** What of a paper is written by hand. */
export function textOf(heading: string, body: DocumentBody): DocumentText {
  const { place, addressees, preamble, decision, clauses, closing, signatory, agreed, toAcquaint, executor } = body
  return { heading, place, addressees, preamble, decision, clauses, closing, signatory, agreed, toAcquaint, executor }
}
