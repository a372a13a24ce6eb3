import { ProveByMapOrder } from '../../features/assignments/web/prove-by-map-order.tsx'
import type { MapView } from '../../features/school-maps/view.ts'
import { MapPage } from '../../features/school-maps/web/map-page.tsx'
import { MapsScreen } from '../../features/school-maps/web/maps-screen.tsx'

/** One school's map, and what its order proves of the authority's. */
export function SchoolMapScreen() {
  return <MapPage onApproved={proofByOrder} />
}

export function SchoolMapsScreen() {
  return <MapsScreen onApproved={proofByOrder} />
}

/** Whoever writes for the school needs its word: the one by which the order itself was told. */
function proofByOrder({ programmeId, school, revision, may }: MapView) {
  const onBehalf = may.onBehalf ? (revision?.onBehalf ?? null) : null
  if (may.onBehalf && !onBehalf) return null
  return <ProveByMapOrder programmeId={programmeId} organisationId={school.id} onBehalf={onBehalf} />
}
