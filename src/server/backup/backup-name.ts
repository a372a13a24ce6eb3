/** The name of a copy made at this moment, in UTC: names sort as their copies were made. */
export function backupNameOf(moment: Date): string {
  const digits = moment.toISOString().replace(/[-:]/g, '')
  return `opora-${digits.slice(0, 8)}-${digits.slice(9, 15)}Z.tar.gz`
}

const NAME = /^opora-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)Z\.tar\.gz$/

/** When the copy of this name was made; null for every other file. */
export function momentOfBackup(name: string): Date | null {
  const found = NAME.exec(name)
  if (!found) return null
  const [, year, month, day, hour, minute, second] = found
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}
