import { pgTable, text } from 'drizzle-orm/pg-core'
import { idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import type { DayOffRule, OrganisationKind } from './organisation.ts'
import { ownAndInstitutes } from './visibility.ts'

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
  rowVersion: rowVersionColumn(),
})

// A school reads itself, the authority above it and its institute, never a neighbour.
declareVisibility(organisations, ownAndInstitutes(organisations))
