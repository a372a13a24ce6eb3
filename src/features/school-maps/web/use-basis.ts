import { useWords } from '../../../web/use-words.ts'
import { basisOf } from '../../corrections/grounds.ts'
import { groundsWords } from '../../corrections/grounds-words.ts'
import type { RevisionView } from '../view.ts'

/** On what a correction rests, in the reader's language. */
export function useBasis(): (revision: Pick<RevisionView, 'basisKind' | 'basis'>) => string {
  const t = useWords(groundsWords)
  return (revision) => basisOf(revision, (kind) => t(`basis.${kind}`))
}
