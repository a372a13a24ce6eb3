import { personIdOf } from '../../kernel/actor.ts'
import { type ActivityId, newId } from '../../kernel/id.ts'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { findCascade } from './cascade.service.ts'
import type { Question } from './cascade.ts'
import { findInherited } from './inherited.service.ts'
import {
  findStanding,
  loadSpotOfMap,
  type MapId,
  type RevisionRow,
  refuseWriter,
  type Spot,
} from './load-map.service.ts'
import { loadSchoolMap } from './read-map.service.ts'
import { changeMapRow, listMapRows } from './rows.service.ts'
import { type ConsentAnswer, isOpenForWriting } from './school-map.ts'
import { correctSchoolMap } from './steps.service.ts'
import { schoolMapConsents } from './tables.ts'
import type { MapView } from './view.ts'

type Answering = { id: MapId; activityId: ActivityId; answer: ConsentAnswer; onBehalf: OnBehalf | null }

/**
 * The school says what becomes of its own row after the authority's map has changed under it: it stays, or a correction
 * is begun in which it is to be changed, or is taken out.
 */
export async function answerForRow(work: Work, { id, activityId, answer, onBehalf }: Answering): Promise<MapView> {
  const spot = await loadSpotOfMap(work, id)
  refuseWriter(work, spot, onBehalf)
  const { open, approved } = await findStanding(work, id)
  const inherited = await findInherited(work, spot)
  const rows = approved ? await listMapRows(work, (open ?? approved).id) : []
  const { questions } = await findCascade(work, spot, { inherited, approved, rows })
  const question = questions.find((one) => one.activityId === activityId)
  refuseUnless(question && inherited, 'conflict', 'school-map.nothing-asked')
  const consent = { id: newId<'schoolMapConsent'>(), schoolMapId: id, activityId, inheritedId: inherited.revision.id }
  const said = { answer, onBehalf, givenBy: personIdOf(work.actor), givenAt: work.now }
  const [made] = await work.db
    .insert(schoolMapConsents)
    .values({ ...consent, ...said })
    .onConflictDoNothing()
    .returning()
  refuseUnless(made, 'conflict', 'school-map.nothing-asked')
  await record(work, {
    action: 'school-map.consent-given',
    subjectId: activityId,
    organisationId: spot.school.id,
    after: { answer, number: question.number, title: question.title, onBehalf },
  })
  if (answer !== 'keep') await correct(work, { spot, open, question, onBehalf }, answer)
  return loadSchoolMap(work, { programmeId: spot.programme.id, organisationId: spot.school.id })
}

type Correcting = { spot: Spot; open: RevisionRow | null; question: Question; onBehalf: OnBehalf | null }

/** In the revision that is open already, or in a new one whose reason is what the authority changed. */
async function correct(work: Work, { spot, open, question, onBehalf }: Correcting, answer: ConsentAnswer) {
  refuseUnless(!open || isOpenForWriting(open.status), 'conflict', 'school-map.not-open')
  const { map } = spot
  refuseUnless(map, 'missing', 'school-map.missing')
  const reason = `изменена дорожная карта управления: ${question.number ?? ''} ${question.title}`.replace(/ +/g, ' ')
  const why = { id: map.id, rowVersion: map.rowVersion, reason, basisKind: 'other' as const, basis: '', onBehalf }
  const revisionId = open?.id ?? (await correctSchoolMap(work, why)).id
  if (answer !== 'remove') return
  const row = (await listMapRows(work, revisionId)).find((one) => one.activityId === question.activityId)
  refuseUnless(row, 'missing', 'school-map.row-missing')
  await changeMapRow(work, { id: row.id, rowVersion: row.rowVersion, change: { removed: true }, onBehalf })
}
