import { allRoutes } from '../src/app/features.ts'
import type { Opora } from '../src/app/opora.ts'
import { requestOf } from '../src/kernel/contract.ts'
import { askHouse } from '../test/harness/ask-house.ts'
import { sampleInput } from '../test/harness/sample-input.ts'
import { type Settled, settleDistrict } from './district.ts'
import { openGround } from './ground.ts'
import { populate } from './populate.ts'

export type StatementCount = { endpoint: string; few: number; many: number }

const FEW = { schools: 10, activities: 5, tasks: 10, others: 10 }
const MANY = { schools: 990, activities: 0, tasks: 990, others: 990 }

/** SQL statements inside the transaction of each reading endpoint, at ten and at a thousand rows of everything. */
export async function measureStatements(): Promise<StatementCount[]> {
  const ground = await openGround()
  try {
    const settled = await settleDistrict(ground.opora, FEW)
    const few = await countAll(ground.opora, settled)
    await populate(ground.opora.database, settled.place, MANY)
    const many = await countAll(ground.opora, settled)
    return [...few].map(([endpoint, count]) => ({ endpoint, few: count, many: many.get(endpoint) ?? 0 }))
  } finally {
    await ground.stop()
  }
}

async function countAll(opora: Opora, settled: Settled): Promise<Map<string, number>> {
  const known = await idsFor(opora, settled)
  const counts = new Map<string, number>()
  // Opening a file needs bytes on disk; test/statements.test.ts asks it, too. A stream of changes has no end.
  const routes = allRoutes({ publicUrl: 'http://127.0.0.1', isDemonstration: false }, null).filter(
    ({ name, endpoint }) => endpoint.method === 'GET' && !endpoint.stream && name !== 'files.openFile',
  )
  for (const { name, endpoint } of routes) {
    const ids = { ...known[name.split('.')[0] ?? ''], ...known[name] }
    const { path } = requestOf(endpoint, sampleInput(endpoint, ids))
    const { statusCode, headers, body } = await opora.api.inject({ url: path, headers: { cookie: settled.cookie } })
    // What this district has no example of is counted by test/statements.test.ts alone.
    if (statusCode === 404 || statusCode === 403) continue
    if (statusCode !== 200) throw new Error(`${name}: ${statusCode} ${body}`)
    counts.set(name, Number(/desc="(\d+)/.exec(String(headers['server-timing']))?.[1] ?? 0))
  }
  return counts
}

/** Real things for the endpoints that read one. */
async function idsFor(opora: Opora, { place, activityId }: Settled): Promise<Record<string, object>> {
  const [found] = await askHouse<{ task: string; import: string }>(
    opora,
    'select (select activity_id from task limit 1) as task, (select id from order_import limit 1) as import',
  )
  const { programmeId, roadMapId, school } = place
  return {
    organisations: { id: school.id },
    programmes: { id: programmeId, organisationId: school.id },
    imports: { id: found?.import },
    'road-maps': { id: roadMapId },
    assignments: { programmeId, activityId, organisationId: school.id },
    'assignments.loadTask': { activityId: found?.task },
  }
}
