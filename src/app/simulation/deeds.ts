import type { ProofForm } from '../../features/assignments/assignment.ts'
import { proofItems, submissions } from '../../features/assignments/tables.ts'
import { addDays, type Day, dayAt } from '../../kernel/day.ts'
import type { ActivityId, PersonId } from '../../kernel/id.ts'
import type { Window } from '../../kernel/period.ts'
import { later, TIME_ZONE, workingMoment } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { School } from './district.ts'
import type { Ground, Place } from './house.ts'

export type Deed = {
  activityId: ActivityId
  place: Place
  window: Window
  /** The days within which it was done. */
  from: Day
  to: Day
  coordinatorId: PersonId
}

export type Outcome = 'nothing' | 'waiting' | 'returned' | 'accepted'

const proofs: [{ form: ProofForm; note: string }, ...{ form: ProofForm; note: string }[]] = [
  { form: 'words', note: 'Проведено, протокол подписан, лист регистрации хранится в школе.' },
  { form: 'words', note: 'Участвовали 4 учителя, материалы розданы методическому объединению.' },
  { form: 'words', note: 'План утверждён приказом директора, учителя ознакомлены.' },
  { form: 'link', note: 'Материалы на странице школы' },
]
const comments: [string, ...string[]] = [
  'Нет даты проведения. Допишите, пожалуйста, и сдайте ещё раз.',
  'Приложен план прошлого года. Нужен этого.',
  'Не видно, кто участвовал: назовите учителей по предметам.',
]

/** A school's proof and its hand-in, and what the coordinator answered; everything that had not happened by now is left out. */
export function carryOut(ground: Ground, deed: Deed, school: School): Outcome {
  const { chance } = ground
  const isLate = chance.isTrue((1 - school.diligence) / 2)
  const doneOn = isLate ? later(chance, addDays(deed.to, 1), 14) : between(chance, deed.from, deed.to)
  if (doneOn >= dayAt(ground.now, TIME_ZONE)) return 'nothing'
  if (!chance.isTrue(0.55 + school.diligence * 0.45)) return 'nothing'
  const isSilent = school.diligence < 0.5
  if (isSilent || chance.isTrue(0.06)) return recordFor(ground, deed, doneOn)

  const by = school.deputy && chance.isTrue(0.7) ? school.deputy.id : school.director.id
  addProof(ground, deed, { by, on: doneOn, onBehalf: null })
  if (chance.isTrue(0.3)) addProof(ground, deed, { by, on: doneOn, onBehalf: null })
  if (chance.isTrue(0.03)) return 'nothing'
  return handIn(ground, deed, { by, on: doneOn, attempt: 1 })
}

/** What the coordinator records, for a school or for the authority itself, is accepted at once. */
export function recordFor(ground: Ground, deed: Deed, on: Day): Outcome {
  const { chance, ledger } = ground
  const by = deed.coordinatorId
  const isOwn = deed.place.kind === 'authority'
  addProof(ground, deed, { by, on, onBehalf: isOwn ? null : chance.one(['letter', 'call', 'photo']) })
  const at = workingMoment(chance, on)
  const row = { ...attemptOf(ground, deed, 1, at), status: 'accepted' as const, submittedBy: by, submittedAt: at }
  const made = { ...row, decidedBy: by, decidedAt: at, comment: '' }
  ledger.add(submissions, made)
  const trace = { subjectId: row.id, organisationId: deed.place.id, by, at }
  ledger.trace({ ...trace, action: 'submission.accepted-at-once', after: made })
  return 'accepted'
}

type Doing = { by: PersonId; on: Day; onBehalf: 'letter' | 'call' | 'photo' | null }

function addProof({ chance, ledger }: Ground, deed: Deed, { by, on, onBehalf }: Doing): void {
  const at = workingMoment(chance, on)
  const id = chance.id<'proofItem'>(at)
  const given = chance.one(proofs)
  const row = {
    id,
    activityId: deed.activityId,
    organisationId: deed.place.id,
    windowStart: deed.window.start,
    windowEnd: deed.window.end,
    ...given,
    url: given.form === 'link' ? `https://school.example/plan/${id.slice(-12)}` : null,
    recordedBy: by,
    onBehalf,
    recordedAt: at,
  }
  ledger.add(proofItems, row)
  ledger.trace({ action: 'proof.recorded', subjectId: id, organisationId: deed.place.id, by, at, after: row })
}

type HandingIn = { by: PersonId; on: Day; attempt: number }

function handIn(ground: Ground, deed: Deed, { by, on, attempt }: HandingIn): Outcome {
  const { chance, ledger, now } = ground
  const at = workingMoment(chance, on)
  const made = { ...attemptOf(ground, deed, attempt, at), status: 'waiting' as const, submittedBy: by, submittedAt: at }
  const trace = { subjectId: made.id, organisationId: deed.place.id }
  ledger.trace({ ...trace, action: 'submission.made', by, at, after: made })
  const decidedOn = later(chance, addDays(on, 1), 20)
  if (decidedOn >= dayAt(now, TIME_ZONE) || chance.isTrue(0.04)) {
    ledger.add(submissions, { ...made, decidedBy: null, decidedAt: null, comment: '', rowVersion: 1 })
    return 'waiting'
  }
  const status = attempt === 1 && chance.isTrue(0.12) ? ('returned' as const) : ('accepted' as const)
  const decided = {
    ...made,
    status,
    decidedBy: deed.coordinatorId,
    decidedAt: workingMoment(chance, decidedOn),
    comment: status === 'returned' ? chance.one(comments) : '',
    rowVersion: 2,
  }
  ledger.add(submissions, decided)
  const decision = { by: deed.coordinatorId, at: decided.decidedAt, before: made, after: decided }
  ledger.trace({ ...trace, ...decision, action: `submission.${status}` })
  const again = later(chance, addDays(decidedOn, 1), 6)
  if (status === 'accepted' || again >= dayAt(now, TIME_ZONE) || chance.isTrue(0.15)) return status
  addProof(ground, deed, { by, on: again, onBehalf: null })
  return handIn(ground, deed, { by, on: again, attempt: attempt + 1 })
}

function attemptOf({ chance }: Ground, { activityId, place, window }: Deed, attempt: number, at: Date) {
  const { start: windowStart, end: windowEnd } = window
  return { id: chance.id<'submission'>(at), activityId, organisationId: place.id, windowStart, windowEnd, attempt }
}

function between(chance: Chance, from: Day, to: Day): Day {
  const days = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))
  return addDays(from, chance.whole(Math.floor(days / 2), days))
}
