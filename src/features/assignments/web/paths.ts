/** Where these screens stand. */
export const paths = {
  today: '/',
  matrix: '/road-map',
  tasks: '/tasks',
  imports: '/imports',
  schools: '/schools',
  schoolLinks: '/settings/links',
  dispatch: (roadMapId: string) => `/road-map/${roadMapId}/dispatch`,
  plan: (roadMapId: string) => `/road-map/${roadMapId}/plan`,
} as const
