import { and, asc, eq, inArray } from 'drizzle-orm'
import type { OutputOf } from '../../kernel/contract.ts'
import type { PersonId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { people } from '../access/tables.ts'
import type { schoolMapsContract } from './contract.ts'
import { loadSpotOfMap, type MapId } from './load-map.service.ts'
import { viewRow } from './rows.service.ts'
import { viewRevision } from './steps.service.ts'
import { schoolMapRevisions, schoolMapRows } from './tables.ts'

/** Every revision with its rows and whoever took each step: what changed between them is worked out from these. */
export async function listMapRevisions(
  work: Work,
  { id }: { id: MapId },
): Promise<OutputOf<typeof schoolMapsContract.listMapRevisions>> {
  await loadSpotOfMap(work, id)
  const revisions = await work.db
    .select()
    .from(schoolMapRevisions)
    .where(and(eq(schoolMapRevisions.schoolMapId, id), visibleTo(work.actor, schoolMapRevisions)))
    .orderBy(asc(schoolMapRevisions.number))
  const rows = await work.db
    .select()
    .from(schoolMapRows)
    .where(
      and(eq(schoolMapRows.schoolMapId, id), eq(schoolMapRows.removed, false), visibleTo(work.actor, schoolMapRows)),
    )
    .orderBy(asc(schoolMapRows.position), asc(schoolMapRows.activityId))
  const names = await listNames(
    work,
    revisions.flatMap((one) => [one.createdBy, one.submittedBy, one.decidedBy, one.approvedBy]),
  )
  const nameOf = (personId: PersonId | null) => (personId && names.get(personId)) ?? null
  return {
    revisions: revisions.map((one) => ({
      ...viewRevision(one),
      createdBy: nameOf(one.createdBy),
      submittedBy: nameOf(one.submittedBy),
      decidedBy: nameOf(one.decidedBy),
      approvedBy: nameOf(one.approvedBy),
      rows: rows.filter((row) => row.revisionId === one.id).map(viewRow),
    })),
  }
}

/** Of those whom the reader may know by name. */
async function listNames(work: Work, ids: (PersonId | null)[]): Promise<Map<PersonId, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  const found = await work.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, wanted))
  return new Map(found.map((one) => [one.id, one.name]))
}
