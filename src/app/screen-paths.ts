/** First words of the paths that screens live at. */
export const screenPaths = [
  '',
  'link',
  'letters',
  'sign-in',
  'road-map',
  'imports',
  'templates',
  'tasks',
  'documents',
  'schools',
  'school-maps',
  'settings',
  'people',
] as const
