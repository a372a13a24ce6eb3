import type { Work } from '../../server/work.ts'
import { canGiveRole } from '../access/access.ts'
import { listForImport, listTakenLogins } from '../access/import-people.service.ts'
import { listCodes } from '../organisations/import-organisations.service.ts'
import { canManageOrganisations } from '../organisations/organisation.ts'
import { listOrganisations } from '../organisations/service.ts'
import type { RegistryRows } from './columns.ts'
import { type KnownOrganisation, type PlannedOrganisation, planOrganisations } from './plan-organisations.ts'
import { type KnownPerson, type PlannedPerson, planPeople } from './plan-people.ts'
import type { Entry, NamesakeAnswers } from './preview.ts'

export type RegistryPlan = { organisations: PlannedOrganisation[]; people: PlannedPerson[] }

export type Register = { organisations: KnownOrganisation[]; people: KnownPerson[] }

/** Everything that the actor sees and may change, with the rows of the database beside it. */
export async function loadRegister(
  work: Work,
): Promise<Register & { rows: Awaited<ReturnType<typeof listOrganisations>> }> {
  const rows = await listOrganisations(work)
  const codes = await listCodes(work)
  const organisations = rows.map(
    (one): KnownOrganisation => ({
      ...{ id: one.id, kind: one.kind, parentId: one.parentId, shortName: one.shortName, fullName: one.fullName },
      isClosed: one.closedOn !== null,
      isOwn: canManageOrganisations(work.actor, one),
      codes: codes.get(one.id) ?? {},
    }),
  )
  return { organisations, people: await listForImport(work), rows }
}

/** What the rows would do now: nothing is changed by asking. */
export async function planRegistry(
  work: Work,
  { rows, answers }: { rows: RegistryRows; answers: NamesakeAnswers },
): Promise<RegistryPlan> {
  const register = await loadRegister(work)
  const organisations = planOrganisations(rows.organisations, register.organisations)
  const paths = new Map(register.rows.map((one) => [one.id, one]))
  const own = new Set(register.people.flatMap(({ login }) => (login === null ? [] : [login])))
  const wanted = [...new Set(rows.people.map((one) => one.login.toLowerCase()))]
  const taken = await listTakenLogins(
    work,
    wanted.filter((login) => login !== '' && !own.has(login)),
  )
  const people = planPeople(rows.people, {
    people: register.people,
    organisations: register.organisations,
    planned: organisations,
    foreignLogins: taken,
    answers,
    mayGive: (role, { id }) => {
      const place = paths.get(id)
      return place !== undefined && canGiveRole(work.actor, role, place)
    },
  })
  return { organisations, people }
}

/** The plan as it is shown and kept: without what only the application needs. */
export function previewOf({ organisations, people }: RegistryPlan): Entry[] {
  return [...organisations, ...people].map(({ sheet, row, name, verdict, changes, faults, asks }) => ({
    ...{ sheet, row, name, verdict, changes, faults, asks },
  }))
}
