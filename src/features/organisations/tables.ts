import { sql } from 'drizzle-orm'
import { pgTable, text } from 'drizzle-orm/pg-core'
import { dayColumn, idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { atTheDoor, declareVisibility } from '../../server/visibility.ts'
import type { CodeScheme } from './code.ts'
import type { DayOffRule, OrganisationKind } from './organisation.ts'
import {
  bearsFirstLink,
  onceAbove,
  ownAndInstitutes,
  placesOfPeople,
  placesOfShown,
  placesOnceBelow,
  sharedDown,
} from './visibility.ts'

/** Name and place are those in force; earlier and coming ones stand in `organisation_name` and `organisation_place`. */
export const organisations = pgTable('organisation', {
  id: idColumn<'organisation'>('id').primaryKey(),
  kind: text('kind').$type<OrganisationKind>().notNull(),
  parentId: idColumn<'organisation'>('parent_id'),
  path: text('path').notNull(),
  shortName: text('short_name').notNull(),
  fullName: text('full_name').notNull(),
  timeZone: text('time_zone').notNull(),
  dayOffRule: text('day_off_rule').$type<DayOffRule>().notNull().default('before'),
  createdAt: momentColumn('created_at').notNull(),
  /** Its last day; null while it stands. */
  closedOn: dayColumn('closed_on'),
  closedBasis: text('closed_basis').notNull().default(''),
  /** Into which one it was merged. */
  successorId: idColumn<'organisation'>('successor_id'),
  rowVersion: rowVersionColumn(),
})

/** What an organisation is called from a day on; null: from its beginning. Without any row its name never changed. */
export const organisationNames = pgTable('organisation_name', {
  id: idColumn<'organisationName'>('id').primaryKey(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  shortName: text('short_name').notNull(),
  fullName: text('full_name').notNull(),
  validFrom: dayColumn('valid_from'),
  /** The law or order by which it is called so. */
  basis: text('basis').notNull().default(''),
  recordedAt: momentColumn('recorded_at').notNull(),
})

/** Below which one an organisation stands from a day on; null: from its beginning. Without any row it never moved. */
export const organisationPlaces = pgTable('organisation_place', {
  id: idColumn<'organisationPlace'>('id').primaryKey(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  parentId: idColumn<'organisation'>('parent_id').notNull(),
  validFrom: dayColumn('valid_from'),
  basis: text('basis').notNull().default(''),
  recordedAt: momentColumn('recorded_at').notNull(),
})

/** By what other systems know the organisation; one of each scheme in force, the former ones with their last day. */
export const organisationCodes = pgTable('organisation_code', {
  id: idColumn<'organisationCode'>('id').primaryKey(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  scheme: text('scheme').$type<CodeScheme>().notNull(),
  value: text('value').notNull(),
  validFrom: dayColumn('valid_from'),
  validTo: dayColumn('valid_to'),
  recordedAt: momentColumn('recorded_at').notNull(),
})

// A school reads itself, the authority above it and its institute, never a neighbour; an authority also those that left it.
declareVisibility(
  organisations,
  ownAndInstitutes(organisations),
  { because: 'memberships have paths', reads: atTheDoor },
  {
    because: 'a school that has moved away keeps the plan that it was sent, and whoever owns it',
    reads: (scope) => sql`${organisations.id} in ${onceAbove(scope)}`,
  },
  {
    because: 'who may be managed is judged by every role that the person holds, wherever it is',
    reads: (scope) => sql`${organisations.id} in ${placesOfPeople(scope)}`,
  },
  {
    because: 'a link says which organisation invites, and a rule there may ask for a second step',
    reads: (scope) => sql`${organisations.id} in ${placesOfShown(scope)}`,
  },
  {
    because: 'the first link makes the first organisation',
    reads: (scope) => sql`(${organisations.parentId} is null and ${bearsFirstLink(scope)})`,
    adds: (scope) => sql`(${organisations.parentId} is null and ${bearsFirstLink(scope)})`,
  },
)
declareVisibility(organisationNames, sharedDown(organisationNames.organisationId))
declareVisibility(organisationPlaces, placesOnceBelow(organisationPlaces))
declareVisibility(organisationCodes, sharedDown(organisationCodes.organisationId))
