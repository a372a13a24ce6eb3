import { type Column, type SQL, sql } from 'drizzle-orm'
import { type Actor, pathsOf, personIdOf } from '../../kernel/actor.ts'
import type { Visibility } from '../../server/visibility.ts'

/** The organisations at and below the actor's own. */
export function ownSubtree(organisationId: Column): Visibility {
  return { kind: 'own subtree', where: (actor) => sql`${organisationId} in ${subtreeOf(actor)}` }
}

/** Rows of an owner at, above or below the actor: what the authority shares, its schools read. */
export function sharedDown(ownerId: Column): Visibility {
  return {
    kind: 'shared down by its owner',
    where: (actor) => sql`(${ownerId} in ${subtreeOf(actor)} or ${ownerId} = any(${idsAbove(actor)}))`,
  }
}

/** Organisations themselves: one's own, those above, and the institutes beside them, whose work everyone takes part in. */
export function ownAndInstitutes(table: { id: Column; kind: Column; parentId: Column }): Visibility {
  const shared = sharedDown(table.id)
  return {
    kind: shared.kind,
    where: (actor) => sql`(${shared.where(actor)}
      or (${table.kind} = 'institute' and ${table.parentId} = any(${idsAbove(actor)}))
      or ${table.id} in (select p.organisation_id from organisation_place p where p.parent_id in ${subtreeOf(actor)}))`,
  }
}

/** Where an organisation stands and stood: told to itself, to whoever is above it, and to whom it stood below. */
export function placesOnceBelow(table: { organisationId: Column; parentId: Column }): Visibility {
  return {
    kind: 'own subtree',
    where: (actor) => sql`(${table.organisationId} in ${subtreeOf(actor)} or ${table.parentId} in ${subtreeOf(actor)})`,
  }
}

/** A person's own rows, and those of people who belong to an organisation below the actor's. */
export function ownPerson(personId: Column): Visibility {
  return {
    kind: 'person',
    where: (actor) => sql`(${personId} = ${personIdOf(actor)}::uuid
      or ${personId} in (select m.person_id from membership m where m.organisation_id in ${subtreeOf(actor)}))`,
  }
}

/** A sub-select of the ids that the actor's memberships reach. */
export function subtreeOf(actor: Actor): SQL {
  const patterns = pathsOf(actor).map((path) => `${path}%`)
  return sql`(select o.id from organisation o where o.path like any(${textArray(patterns)}))`
}

function idsAbove(actor: Actor): SQL {
  const ids = new Set(pathsOf(actor).flatMap((path) => path.split('/').filter((part) => part !== '')))
  return sql`${textArray([...ids])}::uuid[]`
}

function textArray(values: string[]): SQL {
  return sql`${sql.param(values)}::text[]`
}
