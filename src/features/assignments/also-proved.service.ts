import { and, asc, isNull, type SQL, sql } from 'drizzle-orm'
import { preparedRead } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import type { ProofInCell, ProofRow } from './cell-rows.service.ts'
import { numberOfOwnRow } from './own-rows.service.ts'
import type { AlsoProved } from './shared-proof.ts'
import { proofItems } from './tables.ts'
import { windowOf } from './window.ts'

/** Where else the events of these proofs are recorded, by proof; asks nothing where each proves its own cell alone. */
export async function listAlsoProved(work: Work, proofs: readonly ProofInCell[]): Promise<Map<string, AlsoProved[]>> {
  const sharedIds = proofs.flatMap(({ sharedId }) => sharedId ?? [])
  if (sharedIds.length === 0) return new Map()
  const rows = await sharedProofs(work, { sharedIds })
  const elsewhere = ({ id, sharedId }: ProofRow) =>
    rows.filter(({ proof }) => sharedId !== null && proof.sharedId === sharedId && proof.id !== id)
  return new Map(proofs.map((one) => [one.id, elsewhere(one).flatMap(viewOf)]))
}

type SharedProof = { proof: ProofRow; named: Named | null }

const sharedProofs = preparedRead<{ sharedIds: string[] }, SharedProof>('shared-proofs', ({ db, asked, visible }) =>
  db
    .select({ proof: proofItems, named })
    .from(proofItems)
    .where(
      and(
        sql`${proofItems.sharedId} = any(${asked('sharedIds')}::uuid[])`,
        isNull(proofItems.withdrawnAt),
        visible(proofItems),
      ),
    )
    .orderBy(asc(proofItems.id)),
)

type Named = Partial<Pick<AlsoProved, 'programmeId' | 'programmeTitle' | 'number'>> & { title: string; place?: number }

function viewOf({ proof, named }: SharedProof): AlsoProved[] {
  if (!named) return []
  const { title, programmeId = null, programmeTitle = null, number = null, place } = named
  const said = place === undefined ? number : numberOfOwnRow(place)
  return [{ activityId: proof.activityId, programmeId, programmeTitle, number: said, title, window: windowOf(proof) }]
}

/** How a cell is called: by the last row of its road map, of the school's own map, or by the words of its task. */
const named: SQL<Named | null> = sql`coalesce((
  select json_build_object('programmeId', p.id, 'programmeTitle', p.title, 'number', r.number, 'title', r.title)
    from activity_revision r join road_map_revision v on v.id = r.revision_id
    join road_map m on m.id = v.road_map_id join programme p on p.id = m.programme_id
    where r.activity_id = proof_item.activity_id and v.status <> 'draft' order by v.number desc limit 1), (
  select json_build_object('programmeId', p.id, 'programmeTitle', p.title, 'title', r.title, 'place', (
      select count(*)::int from school_map_row o where o.revision_id = r.revision_id and not o.removed
        and (o.position, o.activity_id) <= (r.position, r.activity_id)))
    from school_map_row r join school_map_revision v on v.id = r.revision_id
    join school_map m on m.id = v.school_map_id join programme p on p.id = m.programme_id
    where r.activity_id = proof_item.activity_id and v.status in ('approved', 'superseded')
    order by v.number desc limit 1), (
  select json_build_object('title', t.text) from task t where t.activity_id = proof_item.activity_id))`
