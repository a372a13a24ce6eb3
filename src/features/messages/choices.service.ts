import { timingSafeEqual } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { PersonId } from '../../kernel/id.ts'
import { actForHouse } from '../../server/scope.ts'
import type { Work } from '../../server/work.ts'
import { people } from '../access/tables.ts'
import { type Choices, noLetters, usualChoices } from './message.ts'
import { letterChoices } from './tables.ts'

/** Which letters the person wants, the usual ones where she has not chosen. */
export async function findChoices(work: Work, personId: PersonId): Promise<{ choices: Choices; rowVersion: number }> {
  const [found] = await work.db.select().from(letterChoices).where(eq(letterChoices.personId, personId))
  return { choices: { ...usualChoices, ...found?.choices }, rowVersion: found?.rowVersion ?? 1 }
}

/** Opens without signing in and does one thing: it ends this person's letters. Derived, so it is never stored. */
export function endLettersToken(work: Pick<Work, 'tokenOf'>, personId: PersonId): string {
  return `${personId}.${work.tokenOf(`end-letters:${personId}`)}`
}

/** Whose letters a token ends; null where it is none of ours. */
export function personOfEndToken(work: Pick<Work, 'tokenOf'>, token: string): PersonId | null {
  const personId = token.split('.')[0] as PersonId // what follows says whether it is one
  const [given, right] = [Buffer.from(token), Buffer.from(endLettersToken(work, personId))]
  return given.length === right.length && timingSafeEqual(given, right) ? personId : null
}

/** The token has shown whose they are; from here on the transaction acts for the house. False: she is no longer here. */
export async function endLettersOf(work: Work, personId: PersonId): Promise<boolean> {
  await actForHouse(work.db)
  const [found] = await work.db.select({ id: people.id }).from(people).where(eq(people.id, personId))
  if (!found) return false
  await work.db
    .insert(letterChoices)
    .values({ personId, choices: noLetters, changedAt: work.now, rowVersion: 2 })
    .onConflictDoUpdate({
      target: letterChoices.personId,
      set: { choices: noLetters, changedAt: work.now, rowVersion: sql`${letterChoices.rowVersion} + 1` },
    })
  return true
}
