import { assignmentsService } from '../../features/assignments/service.ts'
import { listOrganisations, type Organisation } from '../../features/organisations/service.ts'
import type { PersonActor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Window } from '../../kernel/period.ts'
import type { MovableClock } from '../../server/clock.ts'
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

export type Event = { heldOn: Day; tookPart: string; letter: string }

export async function handIn(stage: Stage, place: number, number: string, window: Window, event: Event) {
  const cell = { activityId: stage.adopted.activityOf(number), organisationId: schoolOf(stage, place).id }
  await stage.perform(directorOf(stage, place), async (work) => {
    await assignmentsService.recordProof(work, { ...cell, window, proof: outside(event), onBehalf: null })
    await assignmentsService.submit(work, { ...cell, window, note: '' })
  })
}

export async function recordFor(stage: Stage, place: number, number: string, window: Window, event: Event) {
  const cell = { activityId: stage.adopted.activityOf(number), organisationId: schoolOf(stage, place).id }
  await stage.perform(stage.coordinator, (work) =>
    assignmentsService.recordProof(work, { ...cell, window, proof: outside(event), onBehalf: 'letter' }),
  )
}

export async function recordForInstitute(stage: Stage, number: string, window: Window, event: Event) {
  const { perform, coordinator, adopted } = stage
  await perform(coordinator, async (work) => {
    const institute = (await listOrganisations(work)).find((one) => one.kind === 'institute')
    if (!institute) throw new Error('the sample order names an institute')
    const cell = { activityId: adopted.activityOf(number), organisationId: institute.id }
    await assignmentsService.recordProof(work, { ...cell, window, proof: outside(event), onBehalf: 'letter' })
  })
}

/** The authority's own part, recorded by its coordinator in words. */
export async function recordOwn(stage: Stage, number: string, window: Window, note: string) {
  const cell = { activityId: stage.adopted.activityOf(number), organisationId: stage.authority.id }
  const proof = { form: 'words' as const, note }
  await stage.perform(stage.coordinator, (work) =>
    assignmentsService.recordProof(work, { ...cell, window, proof, onBehalf: null }),
  )
}

/** The head takes the authority's own part off control. */
export async function release(stage: Stage, number: string) {
  const activityId = stage.adopted.activityOf(number)
  const wanted = { activityId, organisationIds: [stage.authority.id], resolutionOn: null, resolution: '' }
  await stage.perform(stage.head, (work) => assignmentsService.releaseFromControl(work, wanted))
}

export async function accept(stage: Stage, place: number, number: string) {
  const waiting = await waitingIn(stage, place, number)
  await stage.perform(stage.coordinator, (work) => assignmentsService.accept(work, { ...waiting, comment: '' }))
}

export async function sendBack(stage: Stage, place: number, number: string, comment: string) {
  const waiting = await waitingIn(stage, place, number)
  await stage.perform(stage.coordinator, (work) => assignmentsService.returnSubmission(work, { ...waiting, comment }))
}

type Later = { number: string; window: Window; until: Day }

export async function askForLater(stage: Stage, place: number, { number, ...asked }: Later & { reason: string }) {
  const cell = { activityId: stage.adopted.activityOf(number), organisationId: schoolOf(stage, place).id }
  await stage.perform(directorOf(stage, place), (work) =>
    assignmentsService.askDeadlineMove(work, { ...cell, ...asked, onBehalf: null }),
  )
}

/** The head gives the day that she thinks right. */
export async function grantLater(stage: Stage, place: number, { number, until, words }: Later & { words: string }) {
  const cell = { activityId: stage.adopted.activityOf(number), organisationId: schoolOf(stage, place).id }
  await stage.perform(stage.head, async (work) => {
    const view = await assignmentsService.loadCell(work, cell)
    const asked = view.windows.flatMap((one) => one.moves).find((one) => one.status === 'waiting')
    if (!asked) throw new Error(`nobody asks for a later day in ${number}`)
    const { id, rowVersion } = asked
    await assignmentsService.grantDeadlineMove(work, { id, rowVersion, until, resolutionOn: null, resolution: words })
  })
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

export function schoolOf(stage: Stage, place: number): Organisation {
  const school = stage.adopted.schools[place]
  if (!school) throw new Error(`the sample order has no school ${place}`)
  return school
}

export function directorOf(stage: Stage, place: number): PersonActor {
  const director = stage.directors[place]
  if (!director) throw new Error(`no director for school ${place}`)
  return director
}

/** Noon of that day in the Urals. */
export function at({ clock }: Stage, today: Day) {
  clock.moveTo(new Date(`${today}T07:00:00Z`))
}
