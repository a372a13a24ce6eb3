import { and, eq } from 'drizzle-orm'
import type { Id, OrganisationId, ProgrammeId, RoadMapId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { findProgramme } from '../programmes/found-programme.service.ts'
import { listParticipants } from '../programmes/service.ts'
import { variantWords } from '../programmes/words.ts'
import { comparableRows } from './comparable-rows.ts'
import { compareRevisions, isSameText, type Outcome } from './compare-revisions.ts'
import type { DifferenceView } from './import-contract.ts'
import { loadCoordinatedImport, type OrderImport } from './import-order.service.ts'
import type { ParseAnswer } from './order.ts'
import { findCurrent, listRows } from './road-maps.service.ts'
import { roadMaps } from './tables.ts'
import type { Understanding } from './understanding.ts'
import { schoolChangeWords } from './words.ts'

export type Target = { id: RoadMapId; programmeId: ProgrammeId; title: string; rowVersion: number }
type Order = Pick<Understanding, 'orderNumber' | 'orderDate'>

/** The road map that a confirmation would revise: the one named, or the one of the same project and year. */
export async function findTarget(
  work: Work,
  imported: Pick<OrderImport, 'authorityId' | 'roadMapId'>,
  understanding: Understanding,
): Promise<Target | null> {
  const wanted = imported.roadMapId
    ? eq(roadMaps.id, imported.roadMapId)
    : await ofProject(work, imported.authorityId, understanding)
  if (!wanted) return null
  const [found] = await work.db
    .select({
      id: roadMaps.id,
      programmeId: roadMaps.programmeId,
      title: roadMaps.title,
      rowVersion: roadMaps.rowVersion,
    })
    .from(roadMaps)
    .where(and(wanted, visibleTo(work.actor, roadMaps)))
  return found ?? null
}

async function ofProject(work: Work, authorityId: OrganisationId, understanding: Understanding) {
  const programme = await findProgramme(work, projectOf(authorityId, understanding))
  return programme && and(eq(roadMaps.ownerId, authorityId), eq(roadMaps.programmeId, programme.id))
}

/** The project that an understanding belongs to. */
export function projectOf(authorityId: OrganisationId, understanding: Understanding) {
  const { year, schoolYear, programmeTitle } = understanding
  return { authorityId, title: programmeTitle, year: schoolYear ?? year ?? 0, isSchoolYear: schoolYear !== null }
}

export async function compareImport(
  work: Work,
  { id }: { id: Id<'orderImport'> },
): Promise<{ difference: DifferenceView | null }> {
  const { imported } = await loadCoordinatedImport(work, id)
  const { understanding } = imported
  const target = understanding && (await findTarget(work, imported, understanding))
  if (!target) return { difference: null }
  const compared = await compareWith(work, target, { understanding, answer: imported.answer, order: understanding })
  if (!compared) return { difference: null }
  const { current, rows, outcome, schools } = compared
  return {
    difference: {
      roadMapId: target.id,
      title: target.title,
      revision: current.revision.number,
      orderNumber: current.revision.orderNumber,
      orderDate: current.revision.orderDate,
      outcome,
      schools,
      rows: rows.map(({ kind, before, after, changes }) => ({
        kind,
        number: (after ?? before)?.number ?? null,
        title: (after ?? before)?.title ?? '',
        previousNumber: before?.number ?? null,
        previousTitle: before?.title ?? null,
        changes,
      })),
    },
  }
}

type Wanted = { understanding: Understanding; answer: ParseAnswer | null; order: Order }

/** The revision in force beside the wanted one; null where nothing is in force yet. */
export async function compareWith(work: Work, target: Target, { understanding, answer, order }: Wanted) {
  const current = await findCurrent(work, target.id)
  if (!current) return null
  const before = await listRows(work, current.revision.id)
  const rows = compareRevisions(before, comparableRows(understanding))
  const schools = await schoolChanges(work, target.programmeId, understanding)
  const isOtherOrder =
    current.revision.orderNumber !== order.orderNumber || current.revision.orderDate !== order.orderDate
  const isOtherText =
    answer?.roadMap && current.answer?.roadMap ? !isSameText(current.answer.roadMap, answer.roadMap) : false
  const isOtherRows = rows.some((row) => row.kind !== 'same') || target.title !== understanding.title
  return { current, rows, schools, outcome: outcomeOf({ isOtherOrder, isOtherText, isOtherRows, schools }) }
}

function outcomeOf(found: {
  isOtherOrder: boolean
  isOtherText: boolean
  isOtherRows: boolean
  schools: string[]
}): Outcome {
  if (found.isOtherOrder || found.isOtherText) return 'text'
  if (found.isOtherRows) return 'understanding'
  return found.schools.length > 0 ? 'participants' : 'identical'
}

/** «МКОУ «Озёрная СОШ»: участвует», one line for each school that joins, leaves or changes its variant. */
async function schoolChanges(work: Work, programmeId: ProgrammeId, understanding: Understanding): Promise<string[]> {
  const say = schoolChangeWords[work.language]
  const known = new Map((await listParticipants(work, programmeId)).map((one) => [one.organisationId, one]))
  return understanding.participants.flatMap((one) => {
    const before = one.organisationId && known.get(one.organisationId)
    if (!one.included) return before ? [`${one.shortName}: ${say.leaves}`] : []
    if (!before) return [`${one.shortName}: ${say.joins}`]
    if (before.variant === one.variant || one.variant === 'undefined') return []
    return [`${one.shortName}: ${say.variant} ${variantWords[work.language][one.variant]}`]
  })
}
