/** Where these screens stand. */
export const paths = {
  today: '/',
  matrix: '/road-map',
  tasks: '/tasks',
  imports: '/imports',
  schools: '/schools',
  schoolMaps: '/school-maps',
  schoolMap: (programmeId: string, organisationId: string) => `/school-maps/${programmeId}/${organisationId}`,
  schoolLinks: '/settings/links',
  dispatch: (roadMapId: string) => `/road-map/${roadMapId}/dispatch`,
  packet: (programmeId: string, organisationId: string) => `/road-map/packet/${programmeId}/${organisationId}`,
  plan: (roadMapId: string) => `/road-map/${roadMapId}/plan`,
} as const
