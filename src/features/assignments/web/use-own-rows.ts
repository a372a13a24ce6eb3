import { useCall } from '../../../web/query.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import type { MatrixView } from '../matrix-view.ts'
import { assignments } from './client.ts'
import { MatrixAddress } from './use-matrix-filters.ts'
import type { Scope } from './whole-switch.tsx'

export type OwnRowsProps = { view: MatrixView; scope: Scope }
export type Whose = { year: number; programmeId?: NonNullable<MatrixView['programme']>['id'] }

/** Where the group stands in the page. */
export const PLACE = 'own-rows'

export function bringIntoView(): void {
  document.getElementById(PLACE)?.scrollIntoView({ block: 'start' })
}

/** How many there are: asked once the table is drawn. Null where there is nothing to show. */
export function useOwnRows({ view, scope }: OwnRowsProps) {
  const [address] = useUrlState(MatrixAddress)
  const whose = whoseRows(view, scope)
  const found = useCall(assignments.countSchoolsOwnRows, whose, { keepPrevious: true })
  const isShown = found.data !== undefined && found.data.rows > 0 && !isOfActivities(address)
  return {
    whose,
    count: isShown ? found.data : null,
    isOwn: view.rows.length === 1 && view.rows[0]?.kind === 'school',
  }
}

/** Of one project, or of everybody's of its year. */
function whoseRows({ programme, today }: MatrixView, scope: Scope): Whose {
  return programme
    ? { year: programme.year, programmeId: programme.id }
    : { year: scope?.year ?? Number(today.slice(0, 4)) }
}

/** Filters that choose among the authority's activities or its own part: no own row is under them. */
function isOfActivities({ section, what, group }: MatrixAddress): boolean {
  return section !== undefined || what !== undefined || group === 'authority' || group === 'institute'
}
