import type { Parts, PartyClass } from '../../kernel/part.ts'
import type { Audience } from '../../kernel/proof.ts'
import { sideOf } from './executors.ts'
import type { ParsedActivity } from './order.ts'

type ActivityWords = Pick<ParsedActivity, 'title' | 'executors' | 'targetGroups' | 'heldBy'>

/**
 * Proposes who executes an activity, who takes part and who is only informed; null is neither. With no executor named
 * the target group takes part and the coordinator, that is the authority, executes.
 */
export function proposeParts(activity: ActivityWords, audience: Audience): Parts {
  const executing = sidesOf(activity.executors?.names ?? [])
  const targeted = targetsOf(activity, audience)
  const parts: Parts = { authority: null, institute: null, school: null }
  for (const side of targeted) parts[side] = isDoneAlone(activity.title) ? 'is-informed' : 'takes-part'
  for (const side of executing) parts[side] = 'executes'
  if (executing.size === 0) parts.authority = 'executes'
  if (executing.has('institute')) parts.school ??= 'takes-part'
  parts.authority ??= 'is-informed'
  parts.school ??= 'is-informed'
  return parts
}

function sidesOf(names: readonly string[]): Set<PartyClass> {
  return new Set(names.map(sideOf).filter((side) => side !== null))
}

/** Where the row names no target group, its section and «Участие в …» say that it is the schools. */
function targetsOf({ title, targetGroups }: ActivityWords, audience: Audience): Set<PartyClass> {
  const named = sidesOf(targetGroups)
  if (named.size > 0) return named
  const isForSchools = audience !== 'unknown' || /^участи[ея](?!\p{L})/iu.test(title)
  return new Set(isForSchools ? ['school'] : [])
}

/** What an authority does by itself: its target group learns of it and has nothing to do. */
function isDoneAlone(title: string): boolean {
  return /^(распределени|назначени|информировани|издани|опубликовани|размещени|утверждени)/iu.test(title)
}
