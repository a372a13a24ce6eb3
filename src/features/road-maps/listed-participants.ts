import { type KnownOrganisation, participantOf } from './understand.ts'
import type { UnderstoodOrganisation } from './understanding.ts'

/** The schools of a new list, matched to those known; whoever took part and is not on it is shown, and left out. */
export function listedParticipants(
  names: readonly string[],
  current: readonly UnderstoodOrganisation[],
  known: readonly KnownOrganisation[],
): UnderstoodOrganisation[] {
  const listed = names.map((name) => participantOf(name, known))
  const now = new Map(current.map((one) => [one.organisationId, one]))
  const ids = new Set(listed.map((one) => one.organisationId))
  const going = listed.map((one) => ({
    ...one,
    variant: (one.organisationId && now.get(one.organisationId)?.variant) ?? one.variant,
  }))
  const leaving = current.filter((one) => !ids.has(one.organisationId)).map((one) => ({ ...one, included: false }))
  return [...going, ...leaving]
}
