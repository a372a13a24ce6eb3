import { assignmentsService } from '../../features/assignments/service.ts'
import type { Organisation } from '../../features/organisations/service.ts'
import { roadMapsService } from '../../features/road-maps/service.ts'
import type { PersonActor } from '../../kernel/actor.ts'
import { type Day, day } from '../../kernel/day.ts'
import type { Window } from '../../kernel/period.ts'
import type { MovableClock } from '../../server/clock.ts'
import type { Work } from '../../server/work.ts'
import type { Perform } from '../perform.ts'
import type { Adopted } from './adopt-order.ts'

export type Stage = {
  perform: Perform
  clock: MovableClock
  adopted: Adopted
  authority: Organisation
  coordinator: PersonActor
  head: PersonActor
  /** Directors in the order of the schools. */
  directors: PersonActor[]
}

type Event = { heldOn: Day; tookPart: string; letter: string }

const FEBRUARY: Window = { start: day(2026, 2, 1), end: day(2026, 2, 28) }
const MARCH: Window = { start: day(2026, 3, 1), end: day(2026, 3, 31) }
const FEBRUARY_MARCH: Window = { start: day(2026, 2, 1), end: day(2026, 3, 31) }
const SPRING: Window = { start: day(2026, 2, 1), end: day(2026, 4, 30) }

const LETTER = 'письмо института от 16.02.2026 № 118'
const MEETING: Event = { heldOn: day(2026, 2, 19), tookPart: 'директор, заместитель', letter: LETTER }
const WEBINAR: Event = { heldOn: day(2026, 4, 8), tookPart: '3 учителя математики', letter: '' }

/** Lives through the first months of the project, so that nearly every state stands on the first screen. */
export async function liveThrough(stage: Stage): Promise<void> {
  await acknowledge(stage)
  await februaryOfTheAuthority(stage)
  await meetingOfFebruary(stage)
  await questionnaireOfMarch(stage)
  await assessmentOfSpring(stage)
  await webinarsOfSpring(stage)
  await weeklyLetter(stage)
  at(stage, day(2026, 4, 22))
}

async function acknowledge(stage: Stage) {
  at(stage, day(2026, 2, 11))
  for (const [place, director] of stage.directors.slice(0, 4).entries()) {
    const input = { id: stage.adopted.roadMapId, organisationId: schoolOf(stage, place).id }
    await stage.perform(director, (work) => roadMapsService.acknowledge(work, input))
  }
}

async function februaryOfTheAuthority(stage: Stage) {
  at(stage, day(2026, 2, 24))
  const { authority, adopted, perform } = stage
  const allocation = { activityId: adopted.activityOf('1.1'), organisationId: authority.id }
  const note = 'Письмо об участниках и вариантах отправлено в институт 20.02.2026 № 01-12/84'
  await perform(stage.coordinator, (work) =>
    assignmentsService.recordProof(work, {
      ...allocation,
      window: FEBRUARY,
      proof: { form: 'words', note },
      onBehalf: null,
    }),
  )
  await perform(stage.head, (work) =>
    assignmentsService.releaseFromControl(work, {
      activityId: allocation.activityId,
      organisationIds: [authority.id],
      resolutionOn: null,
      resolution: '',
    }),
  )
}

/** Four schools took part; one told it by letter; one keeps silent and is late. */
async function meetingOfFebruary(stage: Stage) {
  at(stage, day(2026, 2, 26))
  for (const place of [0, 1, 2]) await handIn(stage, place, '1.4', FEBRUARY, MEETING)
  for (const place of [0, 1, 2]) await accept(stage, place, '1.4')
  await recordFor(stage, 3, '1.4', FEBRUARY, MEETING)
}

async function questionnaireOfMarch(stage: Stage) {
  at(stage, day(2026, 3, 25))
  const filled = { heldOn: day(2026, 3, 20), tookPart: 'команда школы, 24 родителя', letter: '' }
  for (const place of [0, 1, 4]) await handIn(stage, place, '1.5', MARCH, filled)
  for (const place of [0, 1]) await accept(stage, place, '1.5')
  await sendBack(stage, 4, '1.5', 'Нет даты заполнения анкеты учителями. Допишите, пожалуйста, и сдайте ещё раз.')
}

async function assessmentOfSpring(stage: Stage) {
  at(stage, day(2026, 3, 30))
  const assessed = {
    heldOn: day(2026, 3, 27),
    tookPart: '5 учителей из 6',
    letter: 'письмо института от 02.03.2026 № 141',
  }
  for (const place of [0, 2]) await handIn(stage, place, '1.3', FEBRUARY_MARCH, assessed)
  await accept(stage, 0, '1.3')
}

async function webinarsOfSpring(stage: Stage) {
  at(stage, day(2026, 4, 9))
  for (const place of [0, 1, 3]) await handIn(stage, place, '1.2', SPRING, WEBINAR)
  await accept(stage, 0, '1.2')
}

/** The letter from above: an answer from every school by Thursday 16:00. */
async function weeklyLetter(stage: Stage) {
  at(stage, day(2026, 4, 20))
  const task = await stage.perform(stage.coordinator, (work) =>
    assignmentsService.giveTask(work, {
      text: 'Сообщите, сколько учителей математики пройдут курсы летом и кто из них готов к стажировке в июне.',
      dueOn: day(2026, 4, 23),
      dueTime: '16:00',
      organisationIds: stage.adopted.schools.map((school) => school.id),
      letter: {
        number: '03-02/417',
        signedOn: day(2026, 4, 17),
        sender: 'Министерство просвещения области',
        fileId: null,
      },
    }),
  )
  at(stage, day(2026, 4, 21))
  const window: Window = { start: null, end: day(2026, 4, 23) }
  const answer = async (work: Work, place: number) => {
    const cell = { activityId: task.activityId, organisationId: schoolOf(stage, place).id }
    const proof = { form: 'words' as const, note: 'Двое пройдут курсы, на стажировку готов один.' }
    await assignmentsService.recordProof(work, { ...cell, window, proof, onBehalf: null })
    await assignmentsService.submit(work, { ...cell, window, note: '' })
  }
  await stage.perform(directorOf(stage, 0), (work) => answer(work, 0))
}

async function handIn(stage: Stage, place: number, number: string, window: Window, event: Event) {
  const cell = { activityId: stage.adopted.activityOf(number), organisationId: schoolOf(stage, place).id }
  await stage.perform(directorOf(stage, place), async (work) => {
    await assignmentsService.recordProof(work, { ...cell, window, proof: outside(event), onBehalf: null })
    await assignmentsService.submit(work, { ...cell, window, note: '' })
  })
}

async function recordFor(stage: Stage, place: number, number: string, window: Window, event: Event) {
  const cell = { activityId: stage.adopted.activityOf(number), organisationId: schoolOf(stage, place).id }
  await stage.perform(stage.coordinator, (work) =>
    assignmentsService.recordProof(work, { ...cell, window, proof: outside(event), onBehalf: 'letter' }),
  )
}

async function accept(stage: Stage, place: number, number: string) {
  const waiting = await waitingIn(stage, place, number)
  await stage.perform(stage.coordinator, (work) => assignmentsService.accept(work, { ...waiting, comment: '' }))
}

async function sendBack(stage: Stage, place: number, number: string, comment: string) {
  const waiting = await waitingIn(stage, place, number)
  await stage.perform(stage.coordinator, (work) => assignmentsService.returnSubmission(work, { ...waiting, comment }))
}

async function waitingIn(stage: Stage, place: number, number: string) {
  const cell = { activityId: stage.adopted.activityOf(number), organisationId: schoolOf(stage, place).id }
  const view = await stage.perform(stage.coordinator, (work) => assignmentsService.loadCell(work, cell))
  const waiting = view.windows.flatMap((one) => one.attempts).find((one) => one.status === 'waiting')
  if (!waiting) throw new Error(`nothing waits in ${number} of ${schoolOf(stage, place).shortName}`)
  return { id: waiting.id, rowVersion: waiting.rowVersion }
}

function outside(event: Event) {
  return { form: 'outside-event' as const, ...event, url: null, note: '' }
}

function schoolOf(stage: Stage, place: number): Organisation {
  const school = stage.adopted.schools[place]
  if (!school) throw new Error(`the sample order has no school ${place}`)
  return school
}

function directorOf(stage: Stage, place: number): PersonActor {
  const director = stage.directors[place]
  if (!director) throw new Error(`no director for school ${place}`)
  return director
}

/** Noon of that day in the Urals. */
function at({ clock }: Stage, today: Day) {
  clock.moveTo(new Date(`${today}T07:00:00Z`))
}
