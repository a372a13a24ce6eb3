import type { Day } from '../../kernel/day.ts'
import { onceFor } from '../../kernel/once-for.ts'
import type { Work } from '../../server/work.ts'
import { listWaitingMaps } from '../school-maps/waiting-maps.service.ts'
import type { TodayHint } from './today-view.ts'

/** Schools' own maps that wait for the reader: one line for a project and a step, however many they are. */
export async function listMapHints(work: Work, since: Day): Promise<TodayHint[]> {
  const hints = new Map<string, TodayHint>()
  for (const { step, organisationId, programmeId, programmeTitle } of await listWaitingMaps(work, since)) {
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
