import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { dayColumn, idColumn } from '../../server/columns.ts'
import { declareVisibility, reference } from '../../server/visibility.ts'

/** Numbers that a person may change, each with the date from which it holds and where it comes from. */
export const thresholds = pgTable('threshold', {
  id: idColumn<'threshold'>('id').primaryKey(),
  name: text('name').notNull(),
  value: jsonb('value').notNull(),
  validFrom: dayColumn('valid_from').notNull(),
  source: text('source').notNull(),
})

declareVisibility(thresholds, reference)
