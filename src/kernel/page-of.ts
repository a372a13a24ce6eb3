/** The header in which a page says for whom it was drawn. */
export const PAGE_OF = 'opora-page-of'
