import { and, eq, inArray, sql } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import { newId, type OrganisationId, type PersonId, type ProgrammeId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { memberships } from '../access/tables.ts'
import { record } from '../audit/service.ts'
import { comparableName } from '../organisations/organisation.ts'
import type { SupportVariant } from './programme.ts'
import { participants, programmes, variantChanges } from './tables.ts'

export type Programme = typeof programmes.$inferSelect
type Project = { authorityId: OrganisationId; title: string; year: number; isSchoolYear: boolean }
type Taking = { organisationId: OrganisationId; variant: SupportVariant }

/** The authority's project of this name and year, however its name is spelt; one that was renamed by its first name too. */
export async function findProgramme(work: Work, { authorityId, title, year, isSchoolYear }: Project) {
  const found = await work.db
    .select()
    .from(programmes)
    .where(
      and(
        eq(programmes.authorityId, authorityId),
        eq(programmes.year, year),
        eq(programmes.isSchoolYear, isSchoolYear),
      ),
    )
  const wanted = comparableName(title)
  const named = found.find((one) => comparableName(one.title) === wanted)
  return named ?? found.find((one) => one.firstTitle !== null && comparableName(one.firstTitle) === wanted) ?? null
}

/** A new project; the coordinator is whoever founds it, the controller the authority's head once she has an account. */
export async function foundProgramme(work: Work, project: Project & { controllerText: string }): Promise<Programme> {
  const [created] = await work.db
    .insert(programmes)
    .values({
      ...project,
      ...boundsOf(project),
      id: newId(),
      coordinatorId: personIdOf(work.actor),
      controllerId: await findHead(work, project.authorityId),
      createdAt: work.now,
    })
    .returning()
  if (!created) throw new Error('an insert returned no row')
  await record(work, {
    action: 'programme.founded',
    subjectId: created.id,
    organisationId: project.authorityId,
    after: created,
  })
  return created
}

/**
 * Brings the list of schools to what is wanted: newcomers join, leavers leave, changed variants leave their reason in
 * the history. Schools that are not named stay as they are, and «не определён» never takes back a variant in force.
 */
export async function setParticipants(
  work: Work,
  programmeId: ProgrammeId,
  wanted: { take: Taking[]; leave: OrganisationId[]; reason: string },
): Promise<void> {
  const known = await work.db.select().from(participants).where(eq(participants.programmeId, programmeId))
  const before = new Map(known.map((one) => [one.organisationId, one]))
  const changed = wanted.take.filter(({ organisationId, variant }) => {
    const one = before.get(organisationId)
    return !one || one.leftAt !== null || (one.variant !== variant && variant !== 'undefined')
  })
  const leaving = wanted.leave.filter((id) => before.get(id)?.leftAt === null)
  if (changed.length === 0 && leaving.length === 0) return

  if (changed.length > 0) {
    await work.db
      .insert(participants)
      .values(changed.map((one) => ({ ...one, programmeId, joinedAt: work.now })))
      .onConflictDoUpdate({
        target: [participants.programmeId, participants.organisationId],
        set: { variant: sql`excluded.variant`, leftAt: null, rowVersion: sql`${participants.rowVersion} + 1` },
      })
    const changes = changed.map((one) => ({
      ...one,
      id: newId<'variantChange'>(),
      programmeId,
      reason: wanted.reason,
      changedAt: work.now,
      changedBy: personIdOf(work.actor),
    }))
    await work.db.insert(variantChanges).values(changes)
  }
  if (leaving.length > 0) {
    await work.db
      .update(participants)
      .set({ leftAt: work.now, rowVersion: sql`${participants.rowVersion} + 1` })
      .where(and(eq(participants.programmeId, programmeId), inArray(participants.organisationId, leaving)))
  }
  await record(work, {
    action: 'programme.participants-set',
    subjectId: programmeId,
    before: known.map(({ organisationId, variant, leftAt }) => ({ organisationId, variant, leftAt })),
    after: { changed, leaving, reason: wanted.reason },
  })
}

function boundsOf({ year, isSchoolYear }: Project) {
  return isSchoolYear
    ? { startsOn: day(year, 9, 1), endsOn: day(year + 1, 8, 31) }
    : { startsOn: day(year, 1, 1), endsOn: day(year, 12, 31) }
}

/** The one head with an account; where there are several, a person must say which. */
async function findHead(work: Work, authorityId: OrganisationId): Promise<PersonId | null> {
  const heads = await work.db
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, authorityId),
        eq(memberships.role, 'authority_head'),
        sql`${memberships.endedAt} is null`,
      ),
    )
  return heads.length === 1 ? (heads[0]?.personId ?? null) : null
}
