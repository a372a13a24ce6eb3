/** Where these screens stand. */
export const paths = {
  imports: '/imports',
  import: (id: string) => `/imports/${id}`,
  roadMap: '/road-map',
  plan: (id: string) => `/road-map/${id}/plan`,
  dispatch: (id: string) => `/road-map/${id}/dispatch`,
  correction: (id: string) => `/road-map/${id}/correction`,
  schools: '/schools',
} as const
