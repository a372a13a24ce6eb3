import type { Opora } from '../../src/app/opora.ts'
import { hashOfToken } from '../../src/features/access/identify.service.ts'
import { memberships, people, sessions } from '../../src/features/access/tables.ts'
import { settleMail } from '../../src/features/messages/mail-settings.service.ts'
import { createOrganisation, type Organisation } from '../../src/features/organisations/service.ts'
import { settleKeeping } from '../../src/features/upkeep/keeping.service.ts'
import type { Role } from '../../src/kernel/actor.ts'
import { newId, type PersonId } from '../../src/kernel/id.ts'

/** Who may knock in tests: people of two districts that must never see each other, and the administrator above both. */
export const visitors = [
  'nobody',
  'chief',
  'administrator',
  'coordinator',
  'head',
  'curator',
  'observer',
  'methodist',
  'director',
  'deputy',
  'teacher',
  'neighbour',
  'stranger',
] as const
export type Visitor = (typeof visitors)[number]

export type District = {
  region: Organisation
  authority: Organisation
  institute: Organisation
  /** Six schools; `director`, `deputy` and `teacher` are of the first, `neighbour` directs the second. */
  schools: Organisation[]
  otherAuthority: Organisation
  otherSchool: Organisation
  people: Record<Exclude<Visitor, 'nobody'>, PersonId>
  cookies: Partial<Record<Visitor, string>>
}

const SCHOOLS = ['Берёзовская', 'Высокогорская', 'Ключевская', 'Луговская', 'Озёрная', 'Сосновская']
const TIME_ZONE = 'Asia/Yekaterinburg'
const TOKEN_LENGTH = 40

/** A fictional district with a person in every role, and a stranger who coordinates another. */
export async function makeDistrict(opora: Opora): Promise<District> {
  return opora.perform({ kind: 'operator' }, async (work) => {
    const make = (kind: Organisation['kind'], parent: Organisation | null, name: string) =>
      createOrganisation(work, { kind, parent, shortName: name, fullName: name, timeZone: TIME_ZONE })
    const region = await make('region', null, 'Заречная область')
    const authority = await make('authority', region, 'Управление образования Заречного округа')
    const institute = await make('institute', region, 'ГАУ ДПО «Заречный ИРО»')
    const schools: Organisation[] = []
    for (const name of SCHOOLS) schools.push(await make('school', authority, `МБОУ «${name} СОШ»`))
    const otherAuthority = await make('authority', region, 'Управление образования Лесного округа')
    const otherSchool = await make('school', otherAuthority, 'МБОУ «Лесная СОШ»')
    const [first, second] = schools
    if (!first || !second) throw new Error('a district without schools')

    const places: [Exclude<Visitor, 'nobody'>, Role, Organisation][] = [
      ['chief', 'administrator', region],
      ['administrator', 'administrator', authority],
      ['coordinator', 'municipal_coordinator', authority],
      ['head', 'authority_head', authority],
      ['curator', 'curator', authority],
      ['observer', 'observer', authority],
      ['methodist', 'regional_methodist', region],
      ['director', 'school_head', first],
      ['deputy', 'school_team', first],
      ['teacher', 'teacher', first],
      ['neighbour', 'school_head', second],
      ['stranger', 'municipal_coordinator', otherAuthority],
    ]
    const ids: Partial<District['people']> = {}
    const cookies: District['cookies'] = {}
    for (const [visitor, role, place] of places) {
      const personId = newId<'person'>()
      const token = visitor.padEnd(TOKEN_LENGTH, '-')
      const person = { id: personId, name: `Заречный ${visitor}`, position: visitor, createdAt: work.now }
      await work.db.insert(people).values({ ...person, login: visitor })
      await work.db.insert(memberships).values({ id: newId(), personId, organisationId: place.id, role })
      await work.db.insert(sessions).values({
        id: newId(),
        personId,
        tokenHash: hashOfToken(token),
        device: 'test',
        createdAt: work.now,
        seenAt: work.now,
        expiresAt: new Date('2100-01-01'),
      })
      ids[visitor] = personId
      cookies[visitor] = token
    }
    await settleKeeping(work)
    await settleMail(work)
    // Every visitor but nobody was given an id in the loop above.
    return {
      region,
      authority,
      institute,
      schools,
      otherAuthority,
      otherSchool,
      people: ids as District['people'],
      cookies,
    }
  })
}
