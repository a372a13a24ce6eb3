/** In what a road map leaves: the two files of offices, and the answer of the reading itself for programs. */
export const paperFormats = ['docx', 'xlsx', 'json'] as const
export type PaperFormat = (typeof paperFormats)[number]

export const paperTypes: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
}
