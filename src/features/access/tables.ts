import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { Role } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/words.ts'
import { dayColumn, idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import type { Scope } from '../../server/scope.ts'
import { atTheDoor, declareVisibility, machinery } from '../../server/visibility.ts'
import {
  bearsFirstLink,
  ownPerson,
  ownSubtree,
  peopleAbove,
  peopleBelow,
  peopleWithAbsent,
  peopleWithoutRole,
  personOfToken,
  personShown,
  placesOfShown,
  shownWithAbsent,
  subtreeOf,
} from '../organisations/visibility.ts'

export const people = pgTable('person', {
  id: idColumn<'person'>('id').primaryKey(),
  name: text('name').notNull(),
  position: text('position').notNull().default(''),
  /** Where letters reach her; null where nobody has said. */
  email: text('email'),
  /** Of her screens and her letters. */
  language: text('language').$type<Language>().notNull().default('ru'),
  /** What the person types to sign in, kept in lower case; null until a link was accepted. */
  login: text('login'),
  passwordHash: text('password_hash'),
  createdAt: momentColumn('created_at').notNull(),
  disabledAt: momentColumn('disabled_at'),
  rowVersion: rowVersionColumn(),
})

export const memberships = pgTable('membership', {
  id: idColumn<'membership'>('id').primaryKey(),
  personId: idColumn<'person'>('person_id').notNull(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  role: text('role').$type<Role>().notNull(),
  endedAt: momentColumn('ended_at'),
  rowVersion: rowVersionColumn(),
})

/** «и. о.»: from the first to the last day the substitute holds every role of the absent person. */
export const substitutions = pgTable('substitution', {
  id: idColumn<'substitution'>('id').primaryKey(),
  absentId: idColumn<'person'>('absent_id').notNull(),
  substituteId: idColumn<'person'>('substitute_id').notNull(),
  startsOn: dayColumn('starts_on').notNull(),
  endsOn: dayColumn('ends_on').notNull(),
  basis: text('basis').notNull().default(''),
  endedAt: momentColumn('ended_at'),
  rowVersion: rowVersionColumn(),
})

export const sessions = pgTable('session', {
  id: idColumn<'session'>('id').primaryKey(),
  personId: idColumn<'person'>('person_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  device: text('device').notNull(),
  createdAt: momentColumn('created_at').notNull(),
  seenAt: momentColumn('seen_at').notNull(),
  expiresAt: momentColumn('expires_at').notNull(),
  endedAt: momentColumn('ended_at'),
  /** Whether it began with the second step: where a rule asks for one, a session without it opens nothing. */
  secondFactor: boolean('second_factor').notNull().default(false),
  /** Through whose eyes an administrator looks; nothing can be changed meanwhile. */
  viewedId: idColumn<'person'>('viewed_id'),
})

/** A phone that shows codes. Its secret is sealed by a key that does not lie in the database. */
export const secondFactors = pgTable('second_factor', {
  personId: idColumn<'person'>('person_id').primaryKey(),
  sealedSecret: text('sealed_secret').notNull(),
  confirmedAt: momentColumn('confirmed_at').notNull(),
  /** The half minute of the last code that was taken: each opens once. */
  lastStep: integer('last_step').notNull().default(0),
})

/** A secret being set up; the one in force stays until its first code is right. */
export const secondFactorDrafts = pgTable('second_factor_draft', {
  personId: idColumn<'person'>('person_id').primaryKey(),
  sealedSecret: text('sealed_secret').notNull(),
  madeAt: momentColumn('made_at').notNull(),
})

export const recoveryCodes = pgTable('recovery_code', {
  id: idColumn<'recoveryCode'>('id').primaryKey(),
  personId: idColumn<'person'>('person_id').notNull(),
  codeHash: text('code_hash').notNull(),
  usedAt: momentColumn('used_at'),
})

/** A right password whose second step is still to come. */
export const signInTickets = pgTable('sign_in_ticket', {
  id: idColumn<'signInTicket'>('id').primaryKey(),
  personId: idColumn<'person'>('person_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  expiresAt: momentColumn('expires_at').notNull(),
  usedAt: momentColumn('used_at'),
})

/** The organisations at and below which administrators and heads sign in with a second step. */
export const secondFactorRules = pgTable('second_factor_rule', {
  organisationId: idColumn<'organisation'>('organisation_id').primaryKey(),
  setBy: idColumn<'person'>('set_by').notNull(),
  setAt: momentColumn('set_at').notNull(),
})

export const invitationKinds = ['first', 'invitation', 'demonstration'] as const

/** A one-time link. `first` belongs to nobody yet; `demonstration` signs in again and again while the demo lasts. */
export const invitations = pgTable('invitation', {
  id: idColumn<'invitation'>('id').primaryKey(),
  kind: text('kind').$type<(typeof invitationKinds)[number]>().notNull(),
  personId: idColumn<'person'>('person_id'),
  tokenHash: text('token_hash').notNull(),
  createdAt: momentColumn('created_at').notNull(),
  expiresAt: momentColumn('expires_at').notNull(),
  usedAt: momentColumn('used_at'),
})

declareVisibility(
  people,
  ownPerson(people.id),
  { because: 'a session belongs to a person', reads: atTheDoor },
  {
    because: 'coordinator and controller are named to the schools below them',
    reads: (scope) => sql`${people.id} in ${peopleAbove(scope)}`,
  },
  {
    because: 'a person is there before she has a role',
    adds: (scope) => sql`${scope.personId} is not null`,
  },
  {
    because: 'signing in, and a link that is accepted',
    reads: (scope) => sql`${people.id} in ${personShown(scope)}`,
    changes: (scope) => sql`${people.id} in ${personOfToken(scope)}`,
  },
  {
    because: 'the first link makes the first person',
    reads: bearsFirstLink,
    adds: bearsFirstLink,
    changes: bearsFirstLink,
  },
)
declareVisibility(
  memberships,
  {
    ...ownSubtree(memberships.organisationId),
    // Nobody draws a stranger into her own organisation to see her.
    adds: (scope) => sql`(${memberships.organisationId} in ${subtreeOf(scope)}
      and (${memberships.personId} in ${peopleBelow(scope)} or ${memberships.personId} in ${peopleWithoutRole(scope)}))`,
  },
  { because: 'who asks is known by her roles', reads: atTheDoor },
  {
    because: 'who may be managed is judged by every role that the person holds, wherever it is',
    reads: (scope) => sql`${memberships.personId} in ${peopleWithAbsent(scope)}`,
  },
  {
    because: 'whether the controller above has an account',
    reads: (scope) => sql`${memberships.organisationId} = any(${scope.above})`,
  },
  {
    because: 'a link says which organisation invites, and a role may ask for a second step',
    reads: (scope) => sql`${memberships.personId} in ${shownWithAbsent(scope)}`,
  },
  { because: 'the first link makes the first person', adds: bearsFirstLink },
)
declareVisibility(
  substitutions,
  ownPerson(substitutions.absentId),
  { because: 'a substitute holds the roles of the absent person', reads: atTheDoor },
  {
    because: 'what a person holds for others counts where she is managed and where she signs in',
    reads: (scope) =>
      sql`(${substitutions.substituteId} in ${peopleBelow(scope)} or ${substitutions.substituteId} in ${personShown(scope)})`,
  },
)
declareVisibility(
  sessions,
  ownPerson(sessions.personId),
  { because: 'whose session this is, and that it is still used', reads: atTheDoor, changes: atTheDoor },
  {
    because: 'signing in begins a session, a new password ends the others',
    reads: (scope) => sql`${sessions.personId} in ${personShown(scope)}`,
    adds: (scope) => sql`${sessions.personId} in ${personShown(scope)}`,
    changes: (scope) => sql`${sessions.personId} in ${personOfToken(scope)}`,
  },
  { because: 'the first person signs in at once', adds: bearsFirstLink },
)
declareVisibility(
  invitations,
  machinery,
  {
    because: 'whoever may manage a person makes her links and ends them',
    reads: (scope) => sql`${invitations.personId} in ${peopleBelow(scope)}`,
    adds: (scope) => sql`${invitations.personId} in ${peopleBelow(scope)}`,
    changes: (scope) => sql`${invitations.personId} in ${peopleBelow(scope)}`,
  },
  {
    because: 'a link that is accepted, with the others of the same person',
    reads: (scope) =>
      sql`(${invitations.tokenHash} = ${scope.token} or ${invitations.personId} in ${personOfToken(scope)})`,
    changes: (scope) =>
      sql`(${invitations.tokenHash} = ${scope.token} or ${invitations.personId} in ${personOfToken(scope)})`,
  },
)

for (const [table, personId] of [
  [secondFactors, secondFactors.personId],
  [secondFactorDrafts, secondFactorDrafts.personId],
  [recoveryCodes, recoveryCodes.personId],
] as const) {
  const isHers = (scope: Scope) => sql`(${personId} = ${scope.personId} or ${personId} in ${personShown(scope)})`
  declareVisibility(
    table,
    machinery,
    {
      because: 'her own phone and papers, also before she has signed in with them',
      ...{ reads: isHers, adds: isHers, changes: isHers, removes: isHers },
    },
    {
      because: 'whoever manages people sees who has a phone, and takes a lost one off',
      reads: (scope) => sql`${personId} in ${peopleBelow(scope)}`,
      removes: (scope) => sql`${personId} in ${peopleBelow(scope)}`,
    },
  )
}
declareVisibility(
  signInTickets,
  machinery,
  {
    because: 'the second step after a right password or link',
    reads: (scope) => sql`${signInTickets.personId} in ${personShown(scope)}`,
    adds: (scope) => sql`${signInTickets.personId} in ${personShown(scope)}`,
    changes: (scope) => sql`${signInTickets.personId} in ${personShown(scope)}`,
  },
  {
    because: 'ending the sessions of a person ends what stands half-way as well',
    reads: (scope) =>
      sql`(${signInTickets.personId} = ${scope.personId} or ${signInTickets.personId} in ${peopleBelow(scope)})`,
    changes: (scope) =>
      sql`(${signInTickets.personId} = ${scope.personId} or ${signInTickets.personId} in ${peopleBelow(scope)})`,
  },
)
declareVisibility(
  secondFactorRules,
  ownSubtree(secondFactorRules.organisationId),
  { because: 'whether a session without a second step opens anything', reads: atTheDoor },
  {
    because: 'a rule above the person, or above whoever signs in, asks for a second step',
    reads: (scope) => sql`(${secondFactorRules.organisationId} = any(${scope.above})
      or ${secondFactorRules.organisationId} in ${placesOfShown(scope)})`,
  },
)
