import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { PersonActor } from '../../kernel/actor.ts'
import { done } from '../../kernel/contract.ts'
import { dayAt } from '../../kernel/day.ts'
import type { PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { DEFAULT_TIME_ZONE } from '../organisations/organisation.ts'
import { organisations } from '../organisations/tables.ts'
import type { accessContract } from './contract.ts'
import { personOf } from './sessions.service.ts'
import { people, substitutions } from './tables.ts'
import './words.ts'

type Installation = { publicUrl: string; isDemonstration: boolean }

/** Who is signed in; two statements at most. The time zone is that of the first organisation. */
export function meService(
  installation: Installation,
): Pick<Service<typeof accessContract>, 'loadMe' | 'chooseLanguage'> {
  return {
    async loadMe(work) {
      const person = work.actor.kind === 'person' ? await loadPerson(work, work.actor) : null
      const timeZone = person?.memberships[0]?.timeZone ?? DEFAULT_TIME_ZONE
      return {
        person,
        now: work.now.toISOString(),
        today: dayAt(work.now, timeZone),
        timeZone,
        ...installation,
      }
    },

    async chooseLanguage(work, { language }) {
      const { personId } = personOf(work)
      const person = await loadRow(work, personId)
      await work.db.update(people).set({ language }).where(eq(people.id, personId))
      const before = { language: person.language }
      await record(work, { action: 'language.chosen', subjectId: personId, before, after: { language } })
      return done
    },
  }
}

async function loadPerson(work: Work, actor: PersonActor) {
  const { position, language } = await loadRow(work, actor.personId)
  return {
    id: actor.personId,
    name: actor.name,
    ...{ position, language },
    seenBy: actor.seenBy?.name ?? null,
    memberships: await listOwnMemberships(work, actor),
  }
}

async function loadRow(work: Work, personId: PersonId) {
  const [row] = await work.db
    .select({ position: people.position, language: people.language })
    .from(people)
    .where(and(eq(people.id, personId), visibleTo(work.actor, people)))
  refuseUnless(row, 'missing', 'access.person-missing')
  return row
}

async function listOwnMemberships(work: Work, actor: PersonActor) {
  const ids = actor.memberships.map((one) => one.organisationId)
  if (ids.length === 0) return []
  const places = await work.db.select().from(organisations).where(inArray(organisations.id, ids))
  const stoodInFor = await listStoodInFor(work, actor)
  return actor.memberships.flatMap((one) => {
    const place = places.find((candidate) => candidate.id === one.organisationId)
    if (!place) return []
    const today = dayAt(work.now, place.timeZone)
    const found = stoodInFor.filter(({ id, ...days }) => id === one.substitutesFor && days.startsOn <= today)
    const [last] = found.filter(({ endsOn }) => endsOn >= today)
    return {
      role: one.role,
      organisationId: one.organisationId,
      organisationName: place.shortName,
      organisationKind: place.kind,
      path: one.path,
      timeZone: place.timeZone,
      substitutesFor: last?.name ?? null,
      actingUntil: last?.endsOn ?? null,
    }
  })
}

/** For whom this person stands in and on which days; what ends last comes first. */
async function listStoodInFor(work: Work, { personId, memberships }: PersonActor) {
  const absentIds = memberships.flatMap((one) => one.substitutesFor ?? [])
  if (absentIds.length === 0) return []
  const absent = alias(people, 'absent')
  return await work.db
    .select({
      id: absent.id,
      name: absent.name,
      startsOn: substitutions.startsOn,
      endsOn: substitutions.endsOn,
    })
    .from(substitutions)
    .innerJoin(absent, eq(absent.id, substitutions.absentId))
    .where(
      and(
        eq(substitutions.substituteId, personId),
        inArray(substitutions.absentId, absentIds),
        isNull(substitutions.endedAt),
      ),
    )
    .orderBy(desc(substitutions.endsOn))
}
