import { sql } from 'drizzle-orm'
import { customType, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { idColumn, momentColumn } from '../../server/columns.ts'
import type { Scope } from '../../server/scope.ts'
import { asSomebody, declareVisibility, reference, type Visibility } from '../../server/visibility.ts'

/** The number of a transaction on its server, as text: it grows past what a number of ours holds. */
const xidColumn = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' })

/** Append-only: the application's role may insert and read, never change or remove. Names and words are in `audit_value`. */
export const auditEntries = pgTable('audit_entry', {
  id: idColumn<'auditEntry'>('id').primaryKey(),
  at: momentColumn('at').notNull(),
  actorKind: text('actor_kind').$type<'person' | 'link' | 'job' | 'operator' | 'nobody'>().notNull(),
  personId: idColumn<'person'>('person_id'),
  requestId: text('request_id').notNull(),
  action: text('action').notNull(),
  subjectId: text('subject_id').notNull(),
  organisationId: idColumn<'organisation'>('organisation_id'),
  /** Of the values and their salt; null where nothing was written down beside the action. */
  valueHash: text('value_hash'),
  /** Both are filled by the database. */
  cluster: text('cluster').notNull().default(''),
  xid: xidColumn('xid').notNull().default(''),
})

/** What was before and after, as JSON texts. Only destroying a person's data removes one, and `audit_erasure` says so. */
export const auditValues = pgTable('audit_value', {
  entryId: idColumn<'auditEntry'>('entry_id').primaryKey(),
  before: text('before'),
  after: text('after'),
  salt: text('salt').notNull(),
})

/** Closes the entries of a stretch of transactions for good: change, removal, insertion or exchange breaks its hash. */
export const auditSeals = pgTable('audit_seal', {
  number: integer('number').primaryKey(),
  cluster: text('cluster').notNull(),
  fromXid: xidColumn('from_xid').notNull(),
  toXid: xidColumn('to_xid').notNull(),
  firstAt: momentColumn('first_at').notNull(),
  lastAt: momentColumn('last_at').notNull(),
  count: integer('count').notNull(),
  rowsHash: text('rows_hash').notNull(),
  /** Who opened people's cards in the same stretch; without a hash where reads were not sealed yet. */
  readsCount: integer('reads_count').notNull().default(0),
  readsHash: text('reads_hash'),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
  sealedAt: momentColumn('sealed_at').notNull(),
})

/** Append-only: which values were removed by which act. */
export const auditErasures = pgTable('audit_erasure', {
  entryId: idColumn<'auditEntry'>('entry_id').primaryKey(),
  erasedAt: momentColumn('erased_at').notNull(),
  act: text('act').notNull(),
})

/** Who opened or exported a person's card. Append-only as well. */
export const personReads = pgTable('person_read', {
  id: idColumn<'personRead'>('id').primaryKey(),
  at: momentColumn('at').notNull(),
  readerId: idColumn<'person'>('reader_id'),
  readerKind: text('reader_kind').notNull(),
  route: text('route').notNull(),
  subjectId: text('subject_id').notNull(),
  requestId: text('request_id').notNull(),
  /** Both are filled by the database. */
  cluster: text('cluster').notNull().default(''),
  xid: xidColumn('xid').notNull().default(''),
})

/** Nobody writes but by leaving a trace. */
const writes: Visibility['writes'] = () => sql`false`

declareVisibility(
  auditEntries,
  {
    kind: 'own subtree',
    // Of an organisation of the reader; where an entry names none, of a person who belongs there.
    where: (scope) => sql`(${auditEntries.organisationId} in ${placesOf(scope)}
      or (${auditEntries.organisationId} is null and (${auditEntries.personId} in ${membersOf(scope)}
        or ${auditEntries.subjectId} in (select own.id::text from ${membersOf(scope)} own (id)))))`,
    writes,
  },
  {
    because: 'every change leaves its trace under the name of whoever made it',
    adds: (scope) => sql`${asSomebody()} and ${auditEntries.personId} is not distinct from ${scope.personId}`,
  },
)
declareVisibility(
  auditValues,
  {
    kind: 'own subtree',
    where: () => sql`exists (select from audit_entry e where e.id = ${auditValues.entryId})`,
    writes,
  },
  { because: 'what was changed stands beside the entry that says so', adds: asSomebody },
)
declareVisibility(auditSeals, reference)
declareVisibility(auditErasures, reference)
declareVisibility(
  personReads,
  {
    kind: 'person',
    where: (scope) => sql`(${personReads.readerId} in ${membersOf(scope)}
      or ${personReads.subjectId} in (select own.id::text from ${membersOf(scope)} own (id)))`,
    writes,
  },
  {
    because: 'every read of a card leaves its trace under the name of the reader',
    adds: (scope) => sql`${asSomebody()} and ${personReads.readerId} is not distinct from ${scope.personId}`,
  },
)

function placesOf(scope: Scope) {
  return scope.ids('audit_places', sql`select o.id from organisation o where o.path like any(${scope.patterns})`)
}

function membersOf(scope: Scope) {
  return scope.ids(
    'audit_people',
    sql`select m.person_id from membership m where m.organisation_id in ${placesOf(scope)}`,
  )
}
