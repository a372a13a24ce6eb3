import { useWords } from '../../../web/use-words.ts'
import { shortPersonName } from '../person-name.ts'
import { roleWords } from '../role-words.ts'
import type { SignedIn } from './me.ts'

type Membership = SignedIn['person']['memberships'][number]

/** «муниципальный координатор, и. о. руководителя управления (вместо: Орлов П. С.) · Управление образования». */
export function useRoleNames(): (memberships: readonly Membership[]) => string {
  const t = useWords(roleWords)
  const roleName = ({ role, substitutesFor }: Membership) =>
    substitutesFor === null
      ? t(`role.${role}`)
      : t('acting.for', { role: t(`acting.${role}`), name: shortPersonName(substitutesFor) })
  return (memberships) => {
    const places = [...new Set(memberships.map((one) => one.organisationName))]
    const lines = places.map((place) => {
      const names = memberships.filter((one) => one.organisationName === place).map(roleName)
      return [...names, place].join(', ')
    })
    return lines.join('; ') || t('role.none')
  }
}
