import { useWords } from '../../../web/use-words.ts'
import { groundsWords } from '../../corrections/grounds-words.ts'
import type { RevisionView } from '../view.ts'

/** On what a correction rests, as one phrase: «собеседование: протокол № 3»; empty where nothing was said. */
export function useBasis() {
  const t = useWords(groundsWords)
  return ({ basisKind, basis }: Pick<RevisionView, 'basisKind' | 'basis'>) => {
    const kind = basisKind === null || basisKind === 'other' ? '' : t(`basis.${basisKind}`)
    return [kind, basis].filter((words) => words !== '').join(': ')
  }
}
