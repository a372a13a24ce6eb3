import type { OrganisationRow } from '../src/features/registry/columns.ts'
import { registrySheets } from '../src/features/registry/paper.ts'
import { planOrganisations } from '../src/features/registry/plan-organisations.ts'
import { readRows } from '../src/features/registry/read-rows.ts'
import { newId } from '../src/kernel/id.ts'
import { readSheets } from '../src/paper/read-sheets.ts'
import { median, spread } from './median.ts'

export type RegistryTime = { table: string; rows: number; milliseconds: number; processor: number; noise: number }

const ROWS = 20_000
const ROUNDS = 3

/** From the bytes of a table of twenty thousand organisations to what it would do, row by row. */
export async function measureRegistry(): Promise<RegistryTime[]> {
  const rows = Array.from({ length: ROWS }, (_, index) => rowOf(index))
  const xlsx = await registrySheets({ organisations: rows, people: [] })
  const [sheet] = readSheets(xlsx)
  const lines = (sheet?.rows ?? []).map(({ cells }) => cells.map((cell) => `"${cell}"`).join(';'))
  const csv = new TextEncoder().encode(lines.join('\r\n'))
  return [
    { table: '.xlsx', ...timesOf(xlsx) },
    { table: '.csv', ...timesOf(csv) },
  ]
}

function timesOf(bytes: Uint8Array) {
  const [taken, used]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    const [start, before] = [performance.now(), process.cpuUsage()]
    const read = readRows(readSheets(bytes))
    if (!('rows' in read)) throw new Error('a table of our own was not read')
    const planned = planOrganisations(read.rows.organisations, [authority])
    if (planned.some(({ verdict }) => verdict === 'wrong')) throw new Error('a table of our own is wrong')
    const { user, system } = process.cpuUsage(before)
    taken.push(performance.now() - start)
    used.push((user + system) / 1000)
  }
  return { rows: ROWS, milliseconds: median(taken), processor: median(used), noise: spread(used) }
}

const authority = {
  ...{ id: newId<'organisation'>(), kind: 'authority' as const, parentId: null, isClosed: false, isOwn: true },
  ...{ shortName: 'Управление образования', fullName: 'Управление образования', codes: {} },
}

function rowOf(index: number): OrganisationRow {
  const name = `Школа № ${index + 1}`
  return {
    ...{ row: index + 2, id: '', own: String(100_000 + index), kind: 'школа', parent: 'Управление образования' },
    ...{ shortName: `МБОУ «${name}»`, fullName: `Муниципальное бюджетное общеобразовательное учреждение «${name}»` },
    ...{ inn: '', ogrn: '', 'fis-oko': `edu${200_000 + index}`, oktmo: '99501000' },
  }
}
