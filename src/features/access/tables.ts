import { pgTable, text } from 'drizzle-orm/pg-core'
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
