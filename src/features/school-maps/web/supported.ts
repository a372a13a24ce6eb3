import type { MapView, RowView } from '../view.ts'

/** The rows of the authority's map that a school's row may help to carry out. */
export function inheritedRows({ inherited }: Pick<MapView, 'inherited'>) {
  return inherited?.sections.flatMap((section) => section.activities) ?? []
}

export function supportedTitle(view: Pick<MapView, 'inherited'>, row: Pick<RowView, 'supportsActivityId'>) {
  const found = inheritedRows(view).find((one) => one.activityId === row.supportsActivityId)
  return found ? `${found.number ?? ''} ${found.title}`.trim() : null
}
