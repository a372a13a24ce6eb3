/** What an honest office document never exceeds. Beyond it a file is refused before it can hurt. */
export const limits = {
  fileBytes: 50 * 1024 * 1024,
  zipEntries: 4000,
  /** Of all the parts that are read out of one file. */
  inflatedBytes: 12 * 1024 * 1024,
  /** Inflated to packed, looked at only above `ratioFloor`. */
  ratio: 150,
  ratioFloor: 1024 * 1024,
  xmlDepth: 400,
  attributes: 500,
  textBytes: 4 * 1024 * 1024,
  rows: 20_000,
  cells: 200_000,
  columns: 500,
  textLines: 100_000,
  pages: 300,
  pictureBytes: 64 * 1024 * 1024,
} as const
