/** Where these screens stand. */
export const paths = {
  plan: (id: string) => `/road-map/${id}/plan`,
  import: (id: string) => `/imports/${id}`,
} as const
