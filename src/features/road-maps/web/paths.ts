/** Where these screens stand. */
export const paths = {
  imports: '/imports',
  import: (id: string) => `/imports/${id}`,
  importRehearsal: (id: string) => `/imports/${id}/rehearsal`,
  roadMap: '/road-map',
  plan: (id: string) => `/road-map/${id}/plan`,
  dispatch: (id: string) => `/road-map/${id}/dispatch`,
  correction: (id: string) => `/road-map/${id}/correction`,
  rehearsal: (id: string) => `/road-map/${id}/rehearsal`,
  nextYear: (id: string) => `/road-map/${id}/next-year`,
  template: (id: string) => `/road-map/${id}/template`,
  templates: '/templates',
  schools: '/schools',
  packet: (programmeId: string, organisationId: string) => `/road-map/packet/${programmeId}/${organisationId}`,
} as const
