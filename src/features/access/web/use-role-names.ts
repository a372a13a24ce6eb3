import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { shortPersonName } from '../person-name.ts'
import { roleWords } from '../role-words.ts'
import type { SignedIn } from './me.ts'

type Membership = SignedIn['person']['memberships'][number]

/** «муниципальный координатор, и. о. руководителя управления (вместо: Орлов П. С., по 15 марта 2024) · Управление образования». */
export function useRoleNames(): (memberships: readonly Membership[]) => string {
  const t = useWords(roleWords)
  const roleName = useRoleName()
  return (memberships) => {
    const places = [...new Set(memberships.map((one) => one.organisationName))]
    const lines = places.map((place) => {
      const names = memberships.filter((one) => one.organisationName === place).map(roleName)
      return [...names, place].join(', ')
    })
    return lines.join('; ') || t('role.none')
  }
}

/** Where she stands in for somebody, each role with its last day, in a list of its own: «и. о. куратора (вместо: Орлов П. С., по 15 марта 2024)». */
export function useActing(): (memberships: readonly Membership[]) => string[] {
  const roleName = useRoleName()
  return (memberships) => [...new Set(memberships.filter((one) => one.substitutesFor !== null).map(roleName))]
}

function useRoleName(): (membership: Membership) => string {
  const t = useWords(roleWords)
  const format = useFormat()
  return ({ role, substitutesFor, actingUntil }) => {
    if (substitutesFor === null) return t(`role.${role}`)
    const acting = { role: t(`acting.${role}`), name: shortPersonName(substitutesFor) }
    return actingUntil ? t('acting.until', { ...acting, day: format.day(actingUntil) }) : t('acting.for', acting)
  }
}
