/** Where these screens stand. */
export const paths = {
  templates: '/templates',
  template: (key: string) => `/templates/${key}`,
  plan: (id: string) => `/road-map/${id}/plan`,
  import: (id: string) => `/imports/${id}`,
  schoolMaps: '/school-maps',
  calendar: '/settings/calendar',
} as const
