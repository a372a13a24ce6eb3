import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import type { AuditAction } from '../../kernel/audit-action.ts'
import { dayAt } from '../../kernel/day.ts'
import type { ProgrammeId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { organisations } from '../organisations/tables.ts'
import type { ProgrammeView } from './contract.ts'
import { listProgrammesWhere } from './list-programmes.service.ts'
import { canCoordinate, needsReasonToClose } from './programme.ts'
import { programmes } from './tables.ts'

type Deciding = { id: ProgrammeId; rowVersion: number; reason: string }

/** From then on the project is read only; nothing of it is lost, and its coordinator may open it again. */
export async function closeProgramme(work: Work, { id, rowVersion, reason }: Deciding): Promise<ProgrammeView> {
  const { programme, authority } = await loadCoordinated(work, id)
  refuseUnless(programme.closedAt === null, 'conflict', 'programme.closed-already')
  const isSaid = reason.length >= 3 || !needsReasonToClose(programme, dayAt(work.now, authority.timeZone))
  refuseUnless(isSaid, 'unprocessable', 'programme.say-why-closed')
  const [closed] = await work.db
    .update(programmes)
    .set({ closedAt: work.now, closedBy: personIdOf(work.actor), closedReason: reason, rowVersion: rowVersion + 1 })
    .where(and(at(id, rowVersion), isNull(programmes.closedAt)))
    .returning()
  return told(work, id, { action: 'programme.closed', row: closed, after: { reason } })
}

export async function reopenProgramme(work: Work, { id, rowVersion, reason }: Deciding): Promise<ProgrammeView> {
  const { programme } = await loadCoordinated(work, id)
  refuseUnless(programme.closedAt !== null, 'conflict', 'programme.open-already')
  const [opened] = await work.db
    .update(programmes)
    .set({ closedAt: null, closedBy: null, closedReason: '', rowVersion: rowVersion + 1 })
    .where(and(at(id, rowVersion), isNotNull(programmes.closedAt)))
    .returning()
  return told(work, id, { action: 'programme.reopened', row: opened, after: { reason } })
}

function at(id: ProgrammeId, rowVersion: number) {
  return and(eq(programmes.id, id), eq(programmes.rowVersion, rowVersion))
}

type Outcome = {
  action: AuditAction
  /** As it was written; nothing where somebody was quicker. */
  row: typeof programmes.$inferSelect | undefined
  before?: unknown
  after: unknown
}

/** The project as it stands now, with its trace in the audit. */
export async function told(work: Work, id: ProgrammeId, { action, row, ...trace }: Outcome): Promise<ProgrammeView> {
  const [current] = await listProgrammesWhere(work, eq(programmes.id, id))
  refuseUnless(current, 'missing', 'programme.missing')
  if (!row) throw new Refusal('stale', 'programme.changed-meanwhile', { current })
  await record(work, { action, subjectId: id, organisationId: row.authorityId, ...trace })
  return current
}

/** The project for its coordinator; a foreign one is missing. */
export async function loadCoordinated(work: Work, id: ProgrammeId) {
  const [found] = await work.db
    .select({ programme: programmes, authority: organisations })
    .from(programmes)
    .innerJoin(organisations, eq(organisations.id, programmes.authorityId))
    .where(and(eq(programmes.id, id), visibleTo(work.actor, programmes)))
  refuseUnless(found, 'missing', 'programme.missing')
  refuseUnless(canCoordinate(work.actor, found.authority), 'forbidden', 'programme.not-yours')
  return found
}
