import type { BasisKind } from './correction.ts'
import { groundsWords } from './grounds-words.ts'

/** Why something in force is corrected, and on what that rests. */
export type Grounds = { reason: string; basisKind: BasisKind; basis: string }

/** Both in one sentence: as revisions, the history of rows and letters repeat it. */
export function groundsOf({ reason, ...rests }: Grounds): string {
  const basis = basisOf(rests, (kind) => groundsWords.ru[`basis.${kind}`])
  return basis === '' ? reason : `${reason} (${basis})`
}

type Basis = Pick<Grounds, 'basis'> & { basisKind: BasisKind | null }

/** On what a correction rests, as one phrase: «собеседование: протокол № 3»; empty where nothing was said. */
export function basisOf({ basisKind, basis }: Basis, nameOf: (kind: BasisKind) => string): string {
  const kind = basisKind === null || basisKind === 'other' ? '' : nameOf(basisKind)
  return [kind, basis].filter((words) => words !== '').join(': ')
}
