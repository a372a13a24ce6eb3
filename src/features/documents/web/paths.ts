/** Addresses of the papers' screens. */
export const paths = {
  journal: '/documents',
  document: (id: string) => `/documents/${id}`,
}
