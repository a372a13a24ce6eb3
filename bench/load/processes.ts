import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const MICROS_IN_TICK = 10_000

/** The number of the database's first process, of which all others are children. */
export async function postmasterOf(folder: string): Promise<number> {
  const [first = ''] = (await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')
  return Number(first)
}

/** Microseconds of processor time of a process with its children, those that have ended included; as Linux counts it. */
export async function familyTime(parent: number): Promise<number> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const all = await Promise.all(numbers.map(statOf))
  const family = all.flatMap((one) => (one && (one.pid === parent || one.parent === parent) ? one : []))
  return family.reduce((sum, { own, ofEnded }) => sum + own + ofEnded, 0) * MICROS_IN_TICK
}

/** Microseconds that all processors together were busy since the start of the machine. */
export async function machineTime(): Promise<number> {
  const [, ...counted] = (await readFile('/proc/stat', 'utf8')).split('\n', 1)[0]?.trim().split(/\s+/) ?? []
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, stolen = 0] = counted.map(Number)
  return (user + nice + system + irq + softIrq + stolen) * MICROS_IN_TICK
}

async function statOf(name: string) {
  const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null) // ended meanwhile
  if (text === null) return null
  const fields = text
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number)
  const [, parent = 0] = fields
  const [own, ofEnded] = [(fields[11] ?? 0) + (fields[12] ?? 0), (fields[13] ?? 0) + (fields[14] ?? 0)]
  return { pid: Number(name), parent, own, ofEnded }
}
