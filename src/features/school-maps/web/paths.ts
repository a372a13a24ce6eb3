/** Where these screens stand. */
export const paths = {
  maps: '/school-maps',
  map: (programmeId: string, organisationId: string) => `/school-maps/${programmeId}/${organisationId}`,
} as const
