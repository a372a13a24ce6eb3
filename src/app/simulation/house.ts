import { INVITATION_DAYS } from '../../features/access/access.ts'
import { hashOfToken } from '../../features/access/identify.service.ts'
import { invitations, memberships, people, sessions } from '../../features/access/tables.ts'
import { type OrganisationKind, pathBelow } from '../../features/organisations/organisation.ts'
import { organisations } from '../../features/organisations/tables.ts'
import type { Role } from '../../kernel/actor.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Id, OrganisationId, PersonId } from '../../kernel/id.ts'
import { TIME_ZONE, workingMoment } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Ledger } from './ledger.ts'
import { firstNames, patronymics, surnames } from './names.ts'

/** What everything that is simulated needs. */
export type Ground = { chance: Chance; ledger: Ledger; begins: Day; now: Date; tokenOf(id: string): string }

export type Place = { id: OrganisationId; path: string; kind: OrganisationKind; shortName: string }
export type Someone = { id: PersonId; name: string; position: string; invitationId: Id<'invitation'> }

export function addOrganisation(
  { chance, ledger, begins }: Ground,
  wanted: { kind: OrganisationKind; parent: Place | null; shortName: string; fullName: string },
): Place {
  const at = workingMoment(chance, begins)
  const id = chance.id<'organisation'>(at)
  const path = pathBelow(wanted.parent?.path ?? null, id)
  const { kind, shortName, fullName } = wanted
  const row = {
    id,
    kind,
    parentId: wanted.parent?.id ?? null,
    path,
    shortName,
    fullName,
    timeZone: TIME_ZONE,
    createdAt: at,
  }
  ledger.add(organisations, row)
  ledger.trace({ action: 'organisation.created', subjectId: id, organisationId: id, by: null, at, after: row })
  return { id, path, kind, shortName }
}

type Wanted = { position: string; roles: readonly Role[]; place: Place }

/** How a person stands with her account: signs in, was invited and has not come, or comes by a link that stays open. */
export type Account = 'signs-in' | 'invited' | 'open-link'

export function addPerson(ground: Ground, { position, roles, place }: Wanted, account: Account): Someone {
  const { chance, ledger, begins } = ground
  const at = workingMoment(chance, begins)
  const id = chance.id<'person'>(at)
  const name = [chance.one(surnames), chance.one(firstNames), chance.one(patronymics)].join(' ')
  const login = account === 'invited' ? null : `${place.kind}-${id.slice(-10)}`
  ledger.add(people, { id, name, position, login, createdAt: at })
  ledger.trace({ action: 'person.added', subjectId: id, organisationId: null, by: null, at, after: { name, position } })
  for (const role of roles) {
    ledger.add(memberships, { id: chance.id<'membership'>(at), personId: id, organisationId: place.id, role })
    ledger.trace({ action: 'membership.given', subjectId: id, organisationId: place.id, by: null, at, after: { role } })
  }
  return { id, name, position, invitationId: invite(ground, id, account) }
}

function invite({ chance, ledger, begins, now, tokenOf }: Ground, personId: PersonId, account: Account) {
  const made = account === 'invited' ? now : workingMoment(chance, begins)
  const id = chance.id<'invitation'>(made)
  const isOpen = account === 'open-link'
  ledger.add(invitations, {
    id,
    kind: isOpen ? 'demonstration' : 'invitation',
    personId,
    tokenHash: hashOfToken(tokenOf(id)),
    createdAt: made,
    expiresAt: new Date(made.getTime() + INVITATION_DAYS * 86_400_000),
    usedAt: account === 'signs-in' ? made : null,
  })
  ledger.trace({ action: 'invitation.made', subjectId: personId, organisationId: null, by: null, at: made })
  if (account !== 'invited') signIn({ chance, ledger, begins, now }, personId)
  return id
}

/** She was here once and signed out: the session opens nothing any more. */
function signIn({ chance, ledger, begins }: Omit<Ground, 'tokenOf'>, personId: PersonId): void {
  const at = workingMoment(chance, addDays(begins, chance.whole(1, 9)))
  const id = chance.id<'session'>(at)
  ledger.add(sessions, {
    id,
    personId,
    tokenHash: hashOfToken(id),
    device: 'Chromium, Windows',
    createdAt: at,
    seenAt: at,
    expiresAt: at,
    endedAt: at,
  })
  ledger.trace({ action: 'session.started', subjectId: personId, organisationId: null, by: personId, at })
}
