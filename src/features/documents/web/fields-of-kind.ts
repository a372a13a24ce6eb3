import type { DocumentKind } from '../document.ts'
import type { TypedText } from './draft-text.ts'

type Field = keyof TypedText

const signed = ['heading', 'post', 'name'] as const
const written = ['preamble', 'clauses', 'closing', 'place', 'executor'] as const

const allFields = [...signed, ...written, 'decision', 'toAcquaint', 'addressees'] as const

/** What is printed of a kind: a report is its table with whoever signs it, and a letter rules nothing. */
const printed: Partial<Record<DocumentKind, readonly Field[]>> = {
  order: [...signed, ...written, 'decision', 'toAcquaint'],
  protocol: [...signed, ...written, 'decision', 'toAcquaint'],
  letter: [...signed, ...written, 'addressees'],
  report: signed,
}

/** The fields that are offered of a paper: what its kind prints, and whatever stands in it already. */
export function fieldsOf(kind: DocumentKind, typed: TypedText): ReadonlySet<Field> {
  const known = printed[kind] ?? []
  const filled = allFields.filter((field) => typed[field] !== '')
  return new Set([...known, ...filled])
}
