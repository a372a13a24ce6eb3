import type { ActivityId, OrganisationId } from '../../../kernel/id.ts'

export type CellKey = { activityId: ActivityId; organisationId: OrganisationId }

/** The open cell as the address has it. */
export function cellParam({ activityId, organisationId }: CellKey): string {
  return `${activityId}.${organisationId}`
}

/** The two ids of a cell's address as the wire takes them; null where it was mistyped. */
export function readCell(param: string | undefined): { activityId: string; organisationId: string } | null {
  const [activityId, organisationId] = param?.split('.') ?? []
  return activityId && organisationId ? { activityId, organisationId } : null
}
