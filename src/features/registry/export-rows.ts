import type { Role } from '../../kernel/actor.ts'
import { roleWords } from '../access/role-words.ts'
import { comparableName } from '../organisations/organisation.ts'
import type { OrganisationRow, PeopleRow } from './columns.ts'
import { type KnownOrganisation, kindNames } from './plan-organisations.ts'
import type { KnownPerson } from './plan-people.ts'

/** The register as rows of the same table: read again, it changes nothing. */
export function exportedRows(organisations: readonly KnownOrganisation[], people: readonly KnownPerson[]) {
  const own = organisations.filter((one) => one.isOwn && !one.isClosed)
  const say = namesApart(organisations)
  return {
    organisations: own.map((one, index): OrganisationRow => {
      const above = organisations.find(({ id }) => id === one.parentId)
      return {
        row: index + 2,
        id: one.id,
        own: one.codes.own ?? '',
        kind: kindNames[one.kind],
        parent: above ? say(above) : '',
        shortName: one.shortName,
        fullName: one.fullName,
        inn: one.codes.inn ?? '',
        ogrn: one.codes.ogrn ?? '',
        'fis-oko': one.codes['fis-oko'] ?? '',
        oktmo: one.codes.oktmo ?? '',
      }
    }),
    people: people
      .filter((one) => one.isOwn && one.name.trim() !== '')
      .flatMap((one) => one.roles.map((held) => ({ one, held })))
      .flatMap(({ one, held }, index): PeopleRow[] => {
        const place = organisations.find(({ id }) => id === held.organisationId)
        return place ? [personRow(one, { role: held.role, place: say(place), row: index + 2 })] : []
      }),
  }
}

function personRow(one: KnownPerson, { role, place, row }: { role: Role; place: string; row: number }): PeopleRow {
  const [surname = '', given = '', ...rest] = one.name.trim().split(/\s+/)
  return {
    ...{ row, id: one.id, surname, given, patronymic: rest.join(' ') },
    ...{ position: one.position, role: roleWords.ru[`role.${role}`], organisation: place },
    ...{ email: one.email ?? '', login: one.login ?? '' },
  }
}

/** The short name where it tells one from all others, else the full one, else the number. */
function namesApart(organisations: readonly KnownOrganisation[]): (one: KnownOrganisation) => string {
  const bearers = new Map<string, number>()
  for (const { shortName, fullName, codes } of organisations) {
    const names = new Set([shortName, fullName, ...Object.values(codes)].map(comparableName))
    for (const name of names) bearers.set(name, (bearers.get(name) ?? 0) + 1)
  }
  const isAlone = (name: string) => bearers.get(comparableName(name)) === 1
  return ({ id, shortName, fullName }) => (isAlone(shortName) ? shortName : isAlone(fullName) ? fullName : id)
}
