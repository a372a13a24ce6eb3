/** Where these screens stand. */
export const paths = {
  /** Beside it the cell of a row opens: `?cell=`. */
  matrix: '/road-map',
  maps: '/school-maps',
  map: (programmeId: string, organisationId: string) => `/school-maps/${programmeId}/${organisationId}`,
} as const
