import { type Column, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../server/scope.ts'
import type { Visibility } from '../../server/visibility.ts'

/** The organisations at and below the actor's own. */
export function ownSubtree(organisationId: Column): Visibility {
  return { kind: 'own subtree', where: (scope) => sql`${organisationId} in ${subtreeOf(scope)}` }
}

/** Rows of an owner at, above or below the actor: what the authority shares, its schools read and do not write. */
export function sharedDown(ownerId: Column): Visibility {
  return {
    kind: 'shared down by its owner',
    where: (scope) => sql`(${ownerId} in ${subtreeOf(scope)} or ${ownerId} = any(${scope.above}))`,
    writes: (scope) => sql`${ownerId} in ${subtreeOf(scope)}`,
  }
}

/** Organisations themselves: one's own, those above, and the institutes beside them, whose work everyone takes part in. */
export function ownAndInstitutes(table: { id: Column; path: Column; kind: Column; parentId: Column }): Visibility {
  return {
    kind: 'shared down by its owner',
    where: (scope) => sql`(${table.path} like any(${scope.patterns}) or ${table.id} = any(${scope.above})
      or (${table.kind} = 'institute' and ${table.parentId} = any(${scope.above}))
      or ${table.id} in ${onceBelow(scope)})`,
    writes: (scope) => sql`${table.path} like any(${scope.patterns})`,
  }
}

function onceBelow(scope: Scope): SQL {
  return scope.ids(
    'once_below',
    sql`select p.organisation_id from organisation_place p where p.parent_id in ${subtreeOf(scope)}`,
  )
}

/** Below whom the actor's organisations once stood: the owner of a plan is named to a school that has moved away. */
export function onceAbove(scope: Scope): SQL {
  return scope.ids(
    'once_above',
    sql`select p.parent_id from organisation_place p where p.organisation_id in ${subtreeOf(scope)}`,
  )
}

/** Where an organisation stands and stood: told to itself, to whoever is above it, and to whom it stood below. */
export function placesOnceBelow(table: { organisationId: Column; parentId: Column }): Visibility {
  return {
    kind: 'own subtree',
    where: (scope) => sql`(${table.organisationId} in ${subtreeOf(scope)} or ${table.parentId} in ${subtreeOf(scope)})`,
  }
}

/** A person's own rows, and those of people who belong to an organisation below the actor's. */
export function ownPerson(personId: Column): Visibility {
  return {
    kind: 'person',
    where: (scope) => sql`(${personId} = ${scope.personId} or ${personId} in ${peopleBelow(scope)})`,
  }
}

/**
 * A sub-select of the ids that the actor's memberships reach. From the path itself up to what would sort behind all that
 * begins with it: the index answers that, where it can do nothing with a list of patterns.
 */
export function subtreeOf(scope: Scope): SQL {
  return scope.ids(
    'subtree',
    sql`select o.id from unnest(${scope.patterns}) own (pattern) join organisation o
      on o.path ~>=~ rtrim(own.pattern, '%') and o.path ~<~ (rtrim(own.pattern, '/%') || '0')`,
  )
}

/** Of the people who belong, or once belonged, to an organisation there. */
export function peopleBelow(scope: Scope): SQL {
  return scope.ids(
    'people_below',
    sql`select m.person_id from membership m where m.organisation_id in ${subtreeOf(scope)}`,
  )
}

/** People below the actor and everyone for whom they stand in: who is managed is judged by all that they hold. */
export function peopleWithAbsent(scope: Scope): SQL {
  return scope.ids(
    'people_with_absent',
    sql`select m.person_id from membership m where m.organisation_id in ${subtreeOf(scope)}
      union all select b.absent_id from substitution b where b.substitute_id in ${peopleBelow(scope)}`,
  )
}

/** Added a moment ago, and given a role in the same transaction. */
export function peopleWithoutRole(scope: Scope): SQL {
  return scope.ids(
    'people_without_role',
    sql`select p.id from person p where not exists (select from membership m where m.person_id = p.id)`,
  )
}

/** People of the organisations above: whoever coordinates and controls is known by name. */
export function peopleAbove(scope: Scope): SQL {
  return scope.ids(
    'people_above',
    sql`select m.person_id from membership m where m.organisation_id = any(${scope.above})`,
  )
}

/** Whoever is named by what was shown: a link's token. */
export function personOfToken(scope: Scope): SQL {
  return scope.ids('person_of_token', sql`select i.person_id from invitation i where i.token_hash = ${scope.token}`)
}

/** Whoever is named by what was shown: a link, a sign-in that stands half-way, or a sign-in name. */
export function personShown(scope: Scope): SQL {
  return scope.ids(
    'person_shown',
    sql`select i.person_id from invitation i where i.token_hash = ${scope.token}
      union all select t.person_id from sign_in_ticket t where t.token_hash = ${scope.token}
      union all select p.id from person p where p.login = ${scope.login}`,
  )
}

/** The same with everyone for whom she stands in: whether she owes a second step is judged by all that she holds. */
export function shownWithAbsent(scope: Scope): SQL {
  return scope.ids(
    'shown_with_absent',
    sql`select p.id from person p where p.id in ${personShown(scope)}
      union all select b.absent_id from substitution b where b.substitute_id in ${personShown(scope)}`,
  )
}

/** Where those people hold roles, and everything above. */
export function placesOfShown(scope: Scope): SQL {
  return scope.ids(
    'places_of_shown',
    sql`select unnest(string_to_array(trim('/' from o.path), '/'))::uuid from organisation o
      join membership m on m.organisation_id = o.id where m.person_id in ${shownWithAbsent(scope)}`,
  )
}

/** The bearer of the very first link sets the installation up, or learns that it is. */
export function bearsFirstLink(scope: Scope): SQL {
  return sql`exists ${scope.ids('first_link', sql`select i.id from invitation i where i.kind = 'first' and i.token_hash = ${scope.token}`)}`
}

/** Where people below the actor hold roles, be it elsewhere. */
export function placesOfPeople(scope: Scope): SQL {
  return scope.ids(
    'places_of_people',
    sql`select m.organisation_id from membership m where m.person_id in ${peopleWithAbsent(scope)}`,
  )
}
