/** A sheet on paper: A4 on its side, all columns on one page, and on each page the rows of its head, counted from 1. */
export function sheetPage(head: { from: number; to: number } | null) {
  return {
    ...({ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const),
    ...(head && { printTitlesRow: `$${head.from}:$${head.to}` }),
  }
}
