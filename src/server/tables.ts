import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { momentColumn } from './columns.ts'
import { describeTable } from './register.ts'
import { atTheDoor, declareVisibility, machinery } from './visibility.ts'

/** Repeat keys of POSTs with the answers that they got. */
export const idempotencyKeys = pgTable(
  'idempotency_key',
  {
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    answer: jsonb('answer'),
    createdAt: momentColumn('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.actor, table.key] })],
)

/** Counters of limited actions. */
export const rateWindows = pgTable('rate_window', {
  key: text('key').primaryKey(),
  beganAt: momentColumn('began_at').notNull(),
  count: integer('count').notNull(),
})

describeTable(idempotencyKeys, {
  title: 'Ключи повтора',
  purpose: 'Повтор запроса даёт тот же ответ',
  retention: 'До очистки; при уничтожении данных человека — сразу',
  columns: { actor: 'whose', key: 'open', requestHash: 'open', answer: 'secret', createdAt: 'open' },
})
describeTable(rateWindows, {
  title: 'Счётчики попыток',
  purpose: 'Ограничение частоты',
  retention: 'До следующей попытки',
  columns: { key: 'open', beganAt: 'open', count: 'open' },
})

declareVisibility(idempotencyKeys, machinery, {
  because: 'whoever repeats a request is given her own first answer',
  reads: (scope) => sql`${idempotencyKeys.actor} = ${scope.personId}::text`,
  adds: (scope) => sql`${idempotencyKeys.actor} = ${scope.personId}::text`,
  changes: (scope) => sql`${idempotencyKeys.actor} = ${scope.personId}::text`,
})
declareVisibility(rateWindows, machinery, {
  because: 'attempts are counted outside every transaction, often before anybody has signed in',
  reads: atTheDoor,
  adds: atTheDoor,
  changes: atTheDoor,
})
