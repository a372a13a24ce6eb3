import type { Day } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId, ProgrammeId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import type { Work } from '../../server/work.ts'
import { listAskedMaps } from '../school-maps/asked-maps.service.ts'
import { listUnbegunMaps } from '../school-maps/own-map-steps.service.ts'
import { listWaitingMaps } from '../school-maps/waiting-maps.service.ts'
import type { Entry } from './today.ts'
import type { TodayHint } from './today-view.ts'

/** Schools' own maps of which something may wait for the reader. */
export type WaitingMaps = Awaited<ReturnType<typeof loadWaitingMaps>>

/** Asked together with all else that makes a day: nobody waits for the one to ask the other. */
export async function loadWaitingMaps(work: Work, since: Day) {
  const [unbegun, asked, waiting] = await Promise.all([
    listUnbegunMaps(work, since),
    listAskedMaps(work, since),
    listWaitingMaps(work, since),
  ])
  return { unbegun, asked, waiting }
}

/** One line for a project and a step, however many maps they are. */
export function mapHints(maps: WaitingMaps, entries: readonly Entry[]): TodayHint[] {
  const hints = new Map<string, TodayHint>()
  for (const { step, organisationId, programmeId, programmeTitle } of stepsOf(maps, entries)) {
    const project = { programmeId, programmeTitle, roadMapId: null }
    const hint = onceFor(hints, `${programmeId}/${step}`, () => ({
      ...{ kind: `map-to-${step}` as const, count: 0, organisationId },
      ...project,
    }))
    hint.count += 1
    if (hint.count > 1) hint.organisationId = null
  }
  return [...hints.values()]
}

type Asking = { activityId: ActivityId; organisationId: OrganisationId; programmeId: ProgrammeId }

function stepsOf({ unbegun, asked, waiting }: WaitingMaps, entries: readonly Entry[]) {
  const open = unbegun.filter((one) => isOpen(entries, one))
  // Two rows of one road map may ask for the same map.
  const begin = new Map(open.map((one) => [`${one.programmeId}/${one.organisationId}`, one]))
  return [
    ...[...begin.values()].map((one) => ({ ...one, step: 'begin' as const })),
    ...asked.map((one) => ({ ...one, step: 'answer' as const })),
    ...waiting,
  ]
}

/** The school was told of the row, and it is still to be done. */
function isOpen(entries: readonly Entry[], { activityId, organisationId }: Asking): boolean {
  return entries.some(
    ({ asked, of, standing, organisations }) =>
      asked.activityId === activityId &&
      of.wasTold &&
      ['open', 'due-soon', 'late', 'window-missed', 'returned', 'no-date'].includes(standing.state) &&
      organisations.some(({ id }) => id === organisationId),
  )
}
