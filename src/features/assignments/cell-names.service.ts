import { and, sql } from 'drizzle-orm'
import type { PersonId } from '../../kernel/id.ts'
import { preparedRead } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import { people } from '../access/tables.ts'
import type { Side } from './assignment.ts'
import type { Cell } from './cell.service.ts'
import type { AttemptRow } from './cell-rows.service.ts'
import type { Doer } from './doer.ts'

export type NameOf = (side: Side, id: PersonId, absentId?: PersonId | null) => Doer

/** Names of the people whom the actor may see; the others are known by their side only. */
export async function namesIn(work: Work, cell: Cell): Promise<NameOf> {
  const ids = [
    ...cell.proofs.map((one) => one.recordedBy),
    ...cell.standing.cycles.flatMap((one) => one.attempts).flatMap(peopleOf),
    ...cell.standing.former.flatMap(peopleOf),
    ...cell.releases.flatMap((one) => [one.releasedBy, one.releasedFor, one.revokedBy, one.revokedFor]),
    ...cell.exemptions.flatMap((one) => [one.madeBy, one.revokedBy]),
    ...cell.moves.flatMap((one) => [one.askedBy, one.decidedBy, one.decidedFor, one.endedBy, one.endedFor]),
  ].flatMap((id) => id ?? [])
  const found = ids.length > 0 ? await namesOf(work, { ids: [...new Set(ids)] }) : []
  const names = new Map(found.map((one) => [one.id, one.name]))
  const nameOf = (id: PersonId) => names.get(id) ?? null
  return (side, id, absentId = null) => ({
    side,
    name: nameOf(id),
    insteadOf: absentId && { name: nameOf(absentId) },
  })
}

const namesOf = preparedRead<{ ids: PersonId[] }, { id: PersonId; name: string }>(
  'cell-names',
  ({ db, asked, visible }) =>
    db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(and(sql`${people.id} = any(${asked('ids')}::uuid[])`, visible(people))),
)

function peopleOf(attempt: AttemptRow): PersonId[] {
  return attempt.decidedBy ? [attempt.submittedBy, attempt.decidedBy] : [attempt.submittedBy]
}
