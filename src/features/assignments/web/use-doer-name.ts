import { useWords } from '../../../web/use-words.ts'
import { shortPersonName } from '../../access/person-name.ts'
import { roleWords } from '../../access/role-words.ts'
import type { Doer } from '../doer.ts'
import { words } from './cell-words.ts'

/** «Громов Павел Андреевич, и. о. руководителя управления (вместо: Рябинина В. С.)»; to a school without the names. */
export function useDoerName(): (doer: Doer) => string {
  const t = useWords(words)
  const say = useWords(roleWords)
  return ({ side, name, insteadOf }) => {
    if (!insteadOf) return name ?? t(`side.${side}`)
    const role = say('acting.authority_head')
    const acting = insteadOf.name ? say('acting.for', { role, name: shortPersonName(insteadOf.name) }) : role
    return name ? `${name}, ${acting}` : acting
  }
}
