import type { Day } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId, ProgrammeId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import type { Work } from '../../server/work.ts'
import { listAskedMaps } from '../school-maps/asked-maps.service.ts'
import { listUnbegunMaps } from '../school-maps/own-map-steps.service.ts'
import { listWaitingMaps } from '../school-maps/waiting-maps.service.ts'
import type { Entry } from './today.ts'
import type { TodayHint } from './today-view.ts'

/** Schools' own maps that wait for the reader: one line for a project and a step, however many they are. */
export async function listMapHints(work: Work, since: Day, entries: readonly Entry[]): Promise<TodayHint[]> {
  const hints = new Map<string, TodayHint>()
  for (const { step, organisationId, programmeId, programmeTitle } of await listMapSteps(work, since, entries)) {
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

async function listMapSteps(work: Work, since: Day, entries: readonly Entry[]) {
  const unbegun = (await listUnbegunMaps(work, since)).filter((one) => isOpen(entries, one))
  // Two rows of one road map may ask for the same map.
  const begin = new Map(unbegun.map((one) => [`${one.programmeId}/${one.organisationId}`, one]))
  return [
    ...[...begin.values()].map((one) => ({ ...one, step: 'begin' as const })),
    ...(await listAskedMaps(work, since)).map((one) => ({ ...one, step: 'answer' as const })),
    ...(await listWaitingMaps(work, since)),
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
