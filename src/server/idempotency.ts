import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { refuseUnless } from '../kernel/refusal.ts'
import type { Db } from './database.ts'

type Kept = { request_hash: string; answer: unknown }

export type Attempt = { actor: string; key: string; hash: string; now: Date }

export function hashOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

/**
 * Claims the key, or gives the answer that the first attempt got. A second attempt under way waits for the first:
 * the unique index holds it until the first commits or rolls back.
 */
export async function claimKey(db: Db, { actor, key, hash, now }: Attempt): Promise<{ answer: unknown } | null> {
  const claimed = await db.execute(sql`
    insert into idempotency_key (actor, key, request_hash, created_at)
    values (${actor}, ${key}, ${hash}, ${now.toISOString()})
    on conflict (actor, key) do nothing returning key`)
  if (claimed.rows.length > 0) return null

  const kept = await db.execute<Kept>(sql`
    select request_hash, answer from idempotency_key where actor = ${actor} and key = ${key}`)
  const first = kept.rows[0]
  refuseUnless(first && first.request_hash === hash, 'unprocessable', 'server.key-reused')
  return { answer: first.answer }
}

/** Keeps the answer for whoever asks again with the same key. */
export async function keepAnswer(db: Db, { actor, key }: Attempt, answer: unknown): Promise<void> {
  await db.execute(sql`
    update idempotency_key set answer = ${JSON.stringify(answer ?? null)}::jsonb where actor = ${actor} and key = ${key}`)
}
