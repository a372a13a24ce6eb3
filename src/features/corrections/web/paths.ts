/** Where these screens stand. */
export const paths = {
  roadMap: '/road-map',
  plan: (id: string) => `/road-map/${id}/plan`,
  document: (id: string) => `/documents/${id}`,
  dispatch: (id: string) => `/road-map/${id}/dispatch`,
  rehearsal: (roadMapId: string, id: string) => `/road-map/${roadMapId}/correction/${id}/rehearsal`,
} as const
