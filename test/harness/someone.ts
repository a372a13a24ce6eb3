import { accessContract } from '../../src/features/access/contract.ts'
import { hashOfToken } from '../../src/features/access/identify.service.ts'
import type { Id, OrganisationId, PersonId } from '../../src/kernel/id.ts'
import { newId } from '../../src/kernel/id.ts'
import { hashPassword } from '../../src/server/password.ts'
import type { TestApp } from './app.ts'
import { askHouse } from './ask-house.ts'

export const PASSWORD = 'четыре слова подряд тут'

export function school({ district }: TestApp): OrganisationId {
  const [first] = district.schools
  if (!first) throw new Error('a district without schools')
  return first.id
}

export function newPerson(stage: TestApp) {
  return { name: 'Ольга Заречная', position: 'завуч', role: 'school_team' as const, organisationId: school(stage) }
}

/** A person of the first school with a password and a session of her own. */
export async function someone(
  stage: TestApp,
): Promise<{ id: PersonId; login: string; cookie: string; sessionId: Id<'session'> }> {
  const { body } = await stage.as('coordinator').call(accessContract.addPerson, newPerson(stage))
  const login = `zavuch-${body.id}`
  const cookie = newId().repeat(2)
  const sessionId = newId<'session'>()
  const { opora } = stage
  await askHouse(opora, 'update person set login = $2, password_hash = $3 where id = $1', [
    body.id,
    login,
    await hashPassword(PASSWORD),
  ])
  await askHouse(
    opora,
    `insert into session (id, person_id, token_hash, device, created_at, seen_at, expires_at)
     values ($1, $2, $3, 'test', $4, $4, '2100-01-01')`,
    [sessionId, body.id, hashOfToken(cookie), stage.clock.now()],
  )
  return { id: body.id, login, cookie, sessionId }
}

/** Another window of the administrator, where she may look through somebody's eyes. */
export async function administratorSession(stage: TestApp, viewedId: PersonId | null): Promise<string> {
  const cookie = newId().repeat(2)
  await askHouse(
    stage.opora,
    `insert into session (id, person_id, token_hash, device, created_at, seen_at, expires_at, second_factor, viewed_id)
     values ($1, $2, $3, 'test', $4, $4, '2100-01-01', true, $5)`,
    [newId(), stage.district.people.administrator, hashOfToken(cookie), stage.clock.now(), viewedId],
  )
  return cookie
}
