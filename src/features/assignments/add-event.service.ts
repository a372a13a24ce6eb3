import type { Day } from '../../kernel/day.ts'
import { type ActivityId, type FileId, type Id, newId, type OrganisationId } from '../../kernel/id.ts'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import type { Window } from '../../kernel/period.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { shareFiles } from '../files/service.ts'
import { acceptAtOnce } from './accept-at-once.service.ts'
import { isAskedOf, isGuideOnly, mayAct, personOf, refuseUnlessAsked, refuseUnlessTold } from './acting.service.ts'
import type { ProofForm } from './assignment.ts'
import { type Cell, loadCell, loadWindow } from './cell.service.ts'
import { versionOf } from './cell-versions.service.ts'
import { holdActivity } from './hold-activity.service.ts'
import { canRecord, isOpenForWork } from './permission.ts'
import type { OtherCell } from './shared-proof.ts'
import { proofItems } from './tables.ts'
import './words.ts'

export type GivenProof = {
  form: ProofForm
  url?: string | null
  heldOn?: Day | null
  note?: string
  tookPart?: string
  letter?: string
  fileId?: FileId | null
}

export type Recording = {
  activityId: ActivityId
  organisationId: OrganisationId
  window: Window
  onBehalf: OnBehalf | null
}

/** A cell that an event proves, and how it is recorded there. */
export type Spot = { cell: Cell; recording: Recording }

/** In one order for everybody: two whose events prove the same activities never wait for one another. */
export async function holdActivities(work: Work, cells: readonly { activityId: ActivityId }[]): Promise<void> {
  for (const activityId of [...new Set(cells.map((one) => one.activityId))].sort()) await holdActivity(work, activityId)
}

/** What else the event proves. Refused as a whole where one of the cells has moved on since the caller saw it. */
export async function loadOthers(work: Work, first: Recording, also: readonly OtherCell[]): Promise<Spot[]> {
  const keys = new Set([first, ...also].map(({ activityId, window }) => `${activityId}/${window.start}/${window.end}`))
  refuseUnless(keys.size === also.length + 1, 'invalid', 'assignment.same-cell-twice')
  const spots: Spot[] = []
  for (const { activityId, window, version } of also) {
    const cell = await loadCell(work, activityId, first.organisationId)
    const recording = { ...first, activityId, window }
    refuseUnless(mayAct(work, cell), 'forbidden', 'assignment.not-yours')
    refuseUnless(!cell.isClosed, 'conflict', 'server.project-closed')
    const now = versionOf(cell)
    const told = { params: { name: nameOf(cell) } }
    if (now !== version) throw new Refusal('stale', 'assignment.other-moved-on', { ...told, current: { version: now } })
    const found = loadWindow(cell, window)
    const isOpen = isAskedOf(cell) && canRecord(work.actor, cell.place, cell.now, found)
    refuseUnless(isOpen, 'conflict', 'assignment.other-not-open', told)
    spots.push({ cell, recording })
  }
  return spots
}

/** One event in each of these cells, all of them told of the first. Its file is handed to whoever's activities it proves. */
export async function addEvent(work: Work, spots: readonly Spot[], proof: GivenProof): Promise<void> {
  for (const { cell, recording } of spots) {
    refuseRecording(work, cell, recording)
    refuseAhead(cell, proof)
  }
  const id = newId<'proofItem'>()
  const sharedId = spots.length > 1 ? id : null
  for (const [place, spot] of spots.entries()) {
    await addProof(work, spot, { ...proof, id: place === 0 ? id : newId<'proofItem'>(), sharedId })
  }
}

/** The same event once more, for cells that were found to be proved by it later. */
export async function addToEvent(
  work: Work,
  spots: readonly Spot[],
  proof: GivenProof & { sharedId: Id<'proofItem'> },
) {
  for (const { cell, recording } of spots) refuseRecording(work, cell, recording)
  for (const spot of spots) await addProof(work, spot, { ...proof, id: newId<'proofItem'>() })
}

export function refuseRecording(work: Work, cell: Cell, { window, onBehalf }: Recording) {
  refuseUnlessAsked(cell)
  refuseUnless(mayAct(work, cell), 'forbidden', 'assignment.not-yours')
  refuseUnlessTold(work, cell, onBehalf)
  const found = loadWindow(cell, window)
  refuseUnless(isOpenForWork(cell.now), 'conflict', 'assignment.closed')
  refuseUnless(canRecord(work.actor, cell.place, cell.now, found), 'conflict', 'assignment.accepted-already')
  return found
}

/** What has not been held yet proves nothing. */
function refuseAhead({ clock }: Cell, { heldOn }: GivenProof): void {
  refuseUnless(!heldOn || heldOn <= clock.today, 'unprocessable', 'assignment.held-in-future', {
    fields: [{ path: 'heldOn', message: '' }],
  })
}

/** «1.2 Вебинары», as it is said aloud. */
export function nameOf({ asked }: Pick<Cell, 'asked'>): string {
  if (asked.kind === 'task') return asked.row.text
  return [asked.row.number, asked.row.title].filter(Boolean).join(' ')
}

type NewProof = GivenProof & { id: Id<'proofItem'>; sharedId: Id<'proofItem'> | null }

async function addProof(work: Work, { cell, recording }: Spot, proof: NewProof): Promise<void> {
  const { index, window } = loadWindow(cell, recording.window)
  const { activityId, organisationId, onBehalf } = recording
  const row = {
    ...proof,
    ...{ activityId, organisationId, onBehalf },
    windowStart: window.start,
    windowEnd: window.end,
    recordedBy: personOf(work),
    recordedAt: work.now,
  }
  await work.db.insert(proofItems).values(row)
  if (proof.fileId) await shareFiles(work, [{ fileId: proof.fileId, organisationId: cell.authority.id }])
  await record(work, { action: 'proof.recorded', subjectId: row.id, organisationId, after: row })
  if (isGuideOnly(work, cell) || onBehalf) await acceptAtOnce(work, cell, index)
}
