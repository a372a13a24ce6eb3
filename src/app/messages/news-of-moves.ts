import { eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { controllerHasAccount } from '../../features/assignments/cell-rows.service.ts'
import { deadlineMoves } from '../../features/assignments/tables.ts'
import { organisations } from '../../features/organisations/tables.ts'
import { activities } from '../../features/road-maps/tables.ts'
import type { Work } from '../../server/work.ts'
import { type Entry, eventOf, type Found, place, type Readers, subjectsOf, type Told } from './news.ts'

const told: Told = {
  'deadline-move.asked': 'move-asked',
  'deadline-move.granted': 'move-granted',
  'deadline-move.declined': 'move-declined',
}

/** A later day is asked of the controller; her answer goes to whoever asked. */
export async function newsOfMoves(work: Work, entries: readonly Entry[]): Promise<Found[]> {
  const steps = entries.filter((entry) => eventOf(told, entry))
  const asked = subjectsOf<(typeof deadlineMoves.$inferSelect)['id']>(steps, 'deadline-move.')
  if (asked.length === 0) return []
  const owners = alias(organisations, 'owner')
  const rows = await work.db
    .select({
      move: deadlineMoves,
      organisation: place,
      ownerPath: owners.path,
      hasController: controllerHasAccount(owners.id),
    })
    .from(deadlineMoves)
    .innerJoin(activities, eq(activities.id, deadlineMoves.activityId))
    .innerJoin(owners, eq(owners.id, activities.ownerId))
    .innerJoin(organisations, eq(organisations.id, deadlineMoves.organisationId))
    .where(inArray(deadlineMoves.id, asked))
  return steps.flatMap((entry): Found[] => {
    const event = eventOf(told, entry)
    const row = rows.find(({ move }) => move.id === entry.subjectId)
    if (!event || !row) return []
    const { move, organisation } = row
    const { activityId, organisationId } = move
    const isAsked = event === 'move-asked'
    const day = isAsked ? move.askedUntil : (move.grantedUntil ?? move.askedUntil)
    const comment = isAsked ? move.reason : move.resolution
    const subject = { kind: 'cell' as const, activityId, organisationId, comment, day }
    return [{ entry, event, subject, organisation, to: isAsked ? decidersOf(row) : { personId: move.askedBy } }]
  })
}

/** While the controller has no account, the coordinator writes her decision down. */
function decidersOf({ ownerPath, hasController }: { ownerPath: string; hasController: boolean }): Readers {
  return { roles: [hasController ? 'authority_head' : 'municipal_coordinator'], path: ownerPath }
}
