import { and, sql } from 'drizzle-orm'
import type { OrganisationId } from '../../kernel/id.ts'
import { preparedRead } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { canCoordinate } from '../programmes/programme.ts'
import { controllerHasAccount } from './cell-rows.service.ts'

type Authority = { id: OrganisationId; path: string }

/**
 * Of these authorities those whose head can sign in. Asked only of whom the actor coordinates: to nobody else's rights
 * does it make a difference, and a whole region's people are long in being looked through.
 */
export async function listWithController(work: Work, authorities: readonly Authority[]): Promise<OrganisationId[]> {
  const own = authorities.filter((one) => canCoordinate(work.actor, one))
  if (own.length === 0) return []
  const found = await withController(work, { ids: [...new Set(own.map((one) => one.id))] })
  return found.map((one) => one.id)
}

const withController = preparedRead<{ ids: OrganisationId[] }, { id: OrganisationId }>(
  'with-controller',
  ({ db, asked, visible }) =>
    db
      .select({ id: organisations.id })
      .from(organisations)
      .where(
        and(
          sql`${organisations.id} = any(${asked('ids')}::uuid[])`,
          visible(organisations),
          controllerHasAccount(organisations.id),
        ),
      ),
)
