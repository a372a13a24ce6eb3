import type { DocumentText } from '../view.ts'

/** A draft as it is typed: one line for each paragraph, clause or name. */
export type TypedText = {
  heading: string
  place: string
  addressees: string
  preamble: string
  decision: string
  clauses: string
  closing: string
  post: string
  name: string
  toAcquaint: string
  executor: string
}

export function typedOf(text: DocumentText): TypedText {
  return {
    heading: text.heading,
    place: text.place ?? '',
    addressees: text.addressees.map(inLine).join('\n'),
    preamble: text.preamble.map(inLine).join('\n'),
    decision: text.decision ?? '',
    clauses: text.clauses
      .flatMap((one) => [inLine(one.text), ...one.clauses.map((inner) => `– ${inLine(inner)}`)])
      .join('\n'),
    closing: text.closing.map(inLine).join('\n'),
    post: text.signatory?.post ?? '',
    name: text.signatory?.name ?? '',
    toAcquaint: text.toAcquaint.map(inLine).join('\n'),
    executor: text.executor ?? '',
  }
}

/** What was typed as the paper has it; what has no field here stays as it was. */
export function textOfTyped(typed: TypedText, before: DocumentText): DocumentText {
  const { post, name } = typed
  return {
    ...before,
    heading: typed.heading.trim(),
    place: typed.place.trim() || null,
    addressees: linesOf(typed.addressees),
    preamble: linesOf(typed.preamble),
    decision: typed.decision.trim() || null,
    clauses: clausesOf(typed.clauses),
    closing: linesOf(typed.closing),
    signatory: post.trim() && name.trim() ? { post: post.trim(), name: name.trim() } : null,
    toAcquaint: linesOf(typed.toAcquaint),
    executor: typed.executor.trim() || null,
  }
}

/** Numbers that somebody typed before a clause are left out: they come by themselves. */
function clausesOf(text: string): DocumentText['clauses'] {
  const clauses: DocumentText['clauses'] = []
  for (const line of linesOf(text)) {
    const inner = /^[–—-]\s*(.+)$/u.exec(line)?.[1]
    const last = clauses.at(-1)
    if (inner && last) last.clauses.push(inner)
    else clauses.push({ text: line.replace(/^\d{1,2}[.)]\s+(?=\p{Lu})/u, ''), clauses: [] })
  }
  return clauses
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function inLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
