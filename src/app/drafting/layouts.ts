/** Papers that are filled from the records of a project. */
export const paperLayouts = [
  'road-map-order',
  'amending-order',
  'participants-letter',
  'coordinator-order',
  'execution-table',
] as const
export type PaperLayout = (typeof paperLayouts)[number]
