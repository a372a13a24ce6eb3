import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { Role } from '../../kernel/actor.ts'
import { dayColumn, idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility, machinery } from '../../server/visibility.ts'
import { ownPerson, ownSubtree } from '../organisations/visibility.ts'

export const people = pgTable('person', {
  id: idColumn<'person'>('id').primaryKey(),
  name: text('name').notNull(),
  position: text('position').notNull().default(''),
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

declareVisibility(people, ownPerson(people.id))
declareVisibility(memberships, ownSubtree(memberships.organisationId))
declareVisibility(substitutions, ownPerson(substitutions.absentId))
declareVisibility(sessions, ownPerson(sessions.personId))
declareVisibility(invitations, machinery)
declareVisibility(secondFactors, machinery)
declareVisibility(secondFactorDrafts, machinery)
declareVisibility(recoveryCodes, machinery)
declareVisibility(signInTickets, machinery)
declareVisibility(secondFactorRules, ownSubtree(secondFactorRules.organisationId))
