import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import type { OrganisationId, ProgrammeId } from '../../kernel/id.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { people } from '../access/tables.ts'
import { record } from '../audit/service.ts'
import { organisations } from '../organisations/tables.ts'
import { closeProgramme, reopenProgramme } from './close-programme.service.ts'
import type { programmesContract } from './contract.ts'
import { listProgrammes } from './list-programmes.service.ts'
import { canCoordinate, type SupportVariant } from './programme.ts'
import { renameProgramme } from './rename-programme.service.ts'
import { participants, programmes, variantChanges } from './tables.ts'
import './words.ts'

export const programmesService: Service<typeof programmesContract> = {
  listProgrammes,
  renameProgramme,
  closeProgramme,
  reopenProgramme,

  async listParticipants(work, { id }) {
    await loadAuthorityOf(work, id)
    return { participants: await listParticipants(work, id) }
  },

  async changeVariant(work, { id, organisationId, rowVersion, variant, reason }) {
    const authority = await loadAuthorityOf(work, id)
    refuseUnless(canCoordinate(work.actor, authority), 'forbidden', 'programme.not-yours')
    const before = await loadParticipant(work, id, organisationId)
    refuseUnless(before.rowVersion !== rowVersion || before.variant !== variant, 'conflict', 'programme.same-variant')
    const [changed] = await work.db
      .update(participants)
      .set({ variant, rowVersion: rowVersion + 1 })
      .where(
        and(
          eq(participants.programmeId, id),
          eq(participants.organisationId, organisationId),
          eq(participants.rowVersion, rowVersion),
        ),
      )
      .returning({ variant: participants.variant, rowVersion: participants.rowVersion })
    if (!changed) {
      const current = await loadParticipant(work, id, organisationId)
      throw new Refusal('stale', 'programme.variant-changed-meanwhile', { current })
    }
    const change = { programmeId: id, organisationId, variant, reason, changedBy: personIdOf(work.actor) }
    await work.db.insert(variantChanges).values({ ...change, id: newId(), changedAt: work.now })
    await record(work, {
      action: 'programme.variant-changed',
      subjectId: id,
      organisationId,
      before: { variant: before.variant },
      after: { variant, reason },
    })
    return { ...before, ...changed }
  },

  async listVariantChanges(work, { id, organisationId }) {
    await loadParticipant(work, id, organisationId)
    const found = await work.db
      .select({
        variant: variantChanges.variant,
        reason: variantChanges.reason,
        changedAt: variantChanges.changedAt,
        changedBy: people.name,
      })
      .from(variantChanges)
      .leftJoin(people, eq(people.id, variantChanges.changedBy))
      .where(
        and(
          eq(variantChanges.programmeId, id),
          eq(variantChanges.organisationId, organisationId),
          visibleTo(work.actor, variantChanges),
        ),
      )
      .orderBy(desc(variantChanges.changedAt), desc(variantChanges.id))
    return { changes: found.map((one) => ({ ...one, changedAt: one.changedAt.toISOString() })) }
  },
}

/** The schools that take part and that the actor may see, by name. */
export async function listParticipants(work: Work, programmeId: ProgrammeId) {
  const found = await work.db
    .select(shown)
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(
      and(
        eq(participants.programmeId, programmeId),
        isNull(participants.leftAt),
        visibleTo(work.actor, participants),
        visibleTo(work.actor, organisations),
      ),
    )
    .orderBy(asc(organisations.shortName))
  return found.map((one) => ({ ...one, joinedAt: one.joinedAt.toISOString() }))
}

/** The variant in force of each school that takes part. */
export async function listVariants(work: Work, programmeId: ProgrammeId): Promise<Map<OrganisationId, SupportVariant>> {
  return new Map((await listParticipants(work, programmeId)).map((one) => [one.organisationId, one.variant]))
}

const shown = {
  organisationId: participants.organisationId,
  shortName: organisations.shortName,
  fullName: organisations.fullName,
  variant: participants.variant,
  joinedAt: participants.joinedAt,
  rowVersion: participants.rowVersion,
}

async function loadParticipant(work: Work, programmeId: ProgrammeId, organisationId: OrganisationId) {
  const found = (await listParticipants(work, programmeId)).find((one) => one.organisationId === organisationId)
  refuseUnless(found, 'missing', 'programme.participant-missing')
  return found
}

async function loadAuthorityOf(work: Work, id: ProgrammeId): Promise<{ id: OrganisationId; path: string }> {
  const [found] = await work.db
    .select({ id: organisations.id, path: organisations.path })
    .from(programmes)
    .innerJoin(organisations, eq(organisations.id, programmes.authorityId))
    .where(and(eq(programmes.id, id), visibleTo(work.actor, programmes)))
  refuseUnless(found, 'missing', 'programme.missing')
  return found
}
