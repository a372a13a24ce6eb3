import { assignmentsContract } from '../src/features/assignments/contract.ts'
import { requestOf } from '../src/kernel/contract.ts'
import type { Screen } from './district.ts'
import { settleDistrict } from './district.ts'
import { openGround } from './ground.ts'
import { familyTime, postmasterOf } from './load/processes.ts'
import { quantile } from './median.ts'
import { capture, get, processorTime, productOn, type Server, startServer } from './requests.ts'

export type MatrixTime = {
  screen: string
  statements: number
  bytes: number
  /** Milliseconds up to the last byte of the answer, one request after another. */
  p50: number
  p95: number
  /** Milliseconds of processor time for a request: of the server, and of the database. */
  server: number
  database: number
  /** The same statements and the same bytes, sent by a bare server. */
  bareP50: number
  bareServer: number
}

const CROWD = { schools: 894, activities: 15, tasks: 0, others: 0, ownRows: 5 }
const WARM = 40
const COUNT = 200

/** The matrix of one authority with 900 schools and 20 rows, proof in two cells of three, and five own rows of each school. */
export async function measureMatrix(tell: (line: string) => void): Promise<MatrixTime[]> {
  const ground = await openGround()
  const children: Server[] = []
  try {
    tell('Writing 900 schools…')
    const { screens, place, cookie } = await settleDistrict(ground.opora, CROWD)
    await ground.takeStock()
    const { loadYear, listSchoolsOwnRows, countSchoolsOwnRows } = assignmentsContract
    const { programmeId } = place
    const others = [
      { name: 'matrix of the year', ...requestOf(loadYear, { year: 2024 }) },
      { name: 'own rows', ...requestOf(listSchoolsOwnRows, { year: 2024, programmeId }) },
      { name: 'own rows, how many', ...requestOf(countSchoolsOwnRows, { year: 2024, programmeId }) },
    ]
    const asked: Screen[] = [
      ...screens.filter(({ name }) => name === 'matrix' || name === 'cell'),
      ...others.map(({ name, path }) => ({ name, path, cookie })),
    ]
    const listening = await startServer(children, productOn(ground))
    await listening.ask({ what: 'listen to statements' })
    const pages = []
    for (const screen of asked) pages.push(await capture(listening, screen))
    listening.end()
    const product = await startServer(children, productOn(ground))
    const bare = await startServer(children, { what: 'bare', appUrl: ground.appUrl, pages })
    const postmaster = await postmasterOf(ground.folder)
    const found: MatrixTime[] = []
    for (const [index, screen] of asked.entries()) {
      tell(`${screen.name}…`)
      const own = await times(product, screen, postmaster)
      const least = await times(bare, screen, postmaster)
      found.push({
        screen: screen.name,
        statements: pages[index]?.sent.length ?? 0,
        bytes: pages[index]?.bytes ?? 0,
        ...own,
        bareP50: least.p50,
        bareServer: least.server,
      })
    }
    return found
  } finally {
    for (const child of children) child.end()
    await ground.stop()
  }
}

async function times(server: Server, screen: Screen, postmaster: number) {
  for (let index = 0; index < WARM; index++) await get(server.port, screen)
  const before = { server: await processorTime(server), database: await familyTime(postmaster) }
  const taken: number[] = []
  for (let index = 0; index < COUNT; index++) {
    const began = performance.now()
    await get(server.port, screen)
    taken.push(performance.now() - began)
  }
  const spent = (now: number, then: number) => (now - then) / COUNT / 1_000
  return {
    p50: quantile(taken, 0.5),
    p95: quantile(taken, 0.95),
    server: spent(await processorTime(server), before.server),
    database: spent(await familyTime(postmaster), before.database),
  }
}
