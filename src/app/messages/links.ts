/** Where a cell of the road map or of a task opens; without an organisation the activity itself. */
export function pathOfCell(of: {
  activityId: string
  programmeId: string | null
  organisationId: string | null
}): string {
  const cell = of.organisationId ? `cell=${of.activityId}.${of.organisationId}` : ''
  if (of.programmeId) return `/road-map?project=${of.programmeId}${cell && `&${cell}`}`
  return `/tasks?${cell || `task=${of.activityId}`}`
}
