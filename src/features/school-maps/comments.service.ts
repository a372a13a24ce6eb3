import { and, asc, eq, isNull } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { type ActivityId, type Id, newId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { people } from '../access/tables.ts'
import { record } from '../audit/service.ts'
import { changedMeanwhile, holdRevision, loadSpotOfMap, type RevisionId } from './load-map.service.ts'
import { listMapRows } from './rows.service.ts'
import { canWrite, openStatuses } from './school-map.ts'
import { schoolMapComments } from './tables.ts'
import type { CommentView } from './view.ts'

type Commenting = { id: RevisionId; activityId: ActivityId | null; words: string }

/** Beside a row or about the map as a whole; both sides read it at once. */
export async function commentSchoolMap(work: Work, { id, activityId, words }: Commenting): Promise<CommentView> {
  const { revision, spot } = await holdRevision(work, id)
  refuseUnless(canWrite(work.actor, spot.place), 'forbidden', 'school-map.not-yours')
  const isOpen = openStatuses.some((one) => one === revision.status)
  refuseUnless(isOpen, 'conflict', 'school-map.not-open')
  if (activityId) {
    const isThere = (await listMapRows(work, id)).some((row) => row.activityId === activityId)
    refuseUnless(isThere, 'unprocessable', 'school-map.row-missing')
  }
  const comment = {
    id: newId<'schoolMapComment'>(),
    schoolMapId: revision.schoolMapId,
    revisionId: id,
    activityId,
    words,
  }
  await work.db.insert(schoolMapComments).values({ ...comment, authorId: personIdOf(work.actor), at: work.now })
  const after = await loadComment(work, comment.id)
  await record(work, {
    action: 'school-map.commented',
    subjectId: revision.schoolMapId,
    organisationId: spot.school.id,
    after: { comment: words },
  })
  return after.view
}

/** «Учтено»: said by either side; the words stay. */
export async function resolveMapComment(
  work: Work,
  { id, rowVersion }: { id: Id<'schoolMapComment'>; rowVersion: number },
): Promise<CommentView> {
  const { row, view } = await loadComment(work, id)
  const { place, school } = await loadSpotOfMap(work, row.schoolMapId)
  refuseUnless(canWrite(work.actor, place), 'forbidden', 'school-map.not-yours')
  if (row.rowVersion !== rowVersion) throw changedMeanwhile(view)
  refuseUnless(row.resolvedAt === null, 'conflict', 'school-map.comment-resolved')
  const [resolved] = await work.db
    .update(schoolMapComments)
    .set({ resolvedAt: work.now, resolvedBy: personIdOf(work.actor), rowVersion: rowVersion + 1 })
    .where(
      and(
        eq(schoolMapComments.id, id),
        eq(schoolMapComments.rowVersion, rowVersion),
        isNull(schoolMapComments.resolvedAt),
      ),
    )
    .returning({ id: schoolMapComments.id })
  const after = (await loadComment(work, id)).view
  if (!resolved) throw changedMeanwhile(after)
  await record(work, {
    action: 'school-map.comment-resolved',
    subjectId: row.schoolMapId,
    organisationId: school.id,
    after: { comment: row.words },
  })
  return after
}

/** What was said of one revision, in the order in which it was said. */
export async function listComments(work: Work, revisionId: RevisionId): Promise<CommentView[]> {
  const found = await select(work)
    .where(and(eq(schoolMapComments.revisionId, revisionId), visibleTo(work.actor, schoolMapComments)))
    .orderBy(asc(schoolMapComments.at), asc(schoolMapComments.id))
  return found.map(viewComment)
}

type Found = Awaited<ReturnType<typeof select>>[number]

async function loadComment(work: Work, id: Id<'schoolMapComment'>) {
  const [found] = await select(work).where(and(eq(schoolMapComments.id, id), visibleTo(work.actor, schoolMapComments)))
  refuseUnless(found, 'missing', 'school-map.comment-missing')
  return { row: found.row, view: viewComment(found) }
}

function select(work: Work) {
  return work.db
    .select({ row: schoolMapComments, author: people.name })
    .from(schoolMapComments)
    .leftJoin(people, eq(people.id, schoolMapComments.authorId))
}

function viewComment({ row, author }: Found): CommentView {
  const { id, activityId, words, at, resolvedAt, rowVersion } = row
  return {
    id,
    activityId,
    words,
    author,
    at: at.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    rowVersion,
  }
}
