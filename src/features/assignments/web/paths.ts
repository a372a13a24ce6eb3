/** Where these screens stand. */
export const paths = {
  today: '/',
  matrix: '/road-map',
  tasks: '/tasks',
  imports: '/imports',
  schools: '/schools',
} as const
