/** What a place takes: endings with a dot («.docx»), and how much. */
export type FileRule = { endings: readonly string[]; maxBytes: number }

export type FileFault = 'file.empty' | 'file.tooLarge' | 'file.wrongKind'

/** Why this file cannot be sent, known before a byte of it has gone; null where it can. */
export function faultOf(file: { name: string; size: number; type?: string }, rule: FileRule): FileFault | null {
  if (!isOfKind(file, rule.endings)) return 'file.wrongKind'
  if (file.size === 0) return 'file.empty'
  return file.size > rule.maxBytes ? 'file.tooLarge' : null
}

/** A phone's camera names its photographs as it likes: there the type decides. */
function isOfKind(file: { name: string; type?: string }, endings: readonly string[]): boolean {
  if (endings.length === 0) return true
  const name = file.name.toLowerCase()
  if (endings.some((ending) => name.endsWith(ending))) return true
  return endings.includes('.jpg') && (file.type ?? '').startsWith('image/')
}
