import { eq } from 'drizzle-orm'
import { done } from '../../kernel/contract.ts'
import { newId, type PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { actForHouse } from '../../server/scope.ts'
import type { Service, Work } from '../../server/work.ts'
import { hashOfToken } from '../access/identify.service.ts'
import { personOf } from '../access/sessions.service.ts'
import { record } from '../audit/service.ts'
import type { feedContract } from './feed-contract.ts'
import { calendarFeeds } from './tables.ts'
import './words.ts'

/** One secret link for a person; a new one ends the last. Its token is derived from its number and stored as a hash. */
export const feedService: Service<typeof feedContract> = {
  async loadFeed(work) {
    const [found] = await work.db
      .select()
      .from(calendarFeeds)
      .where(eq(calendarFeeds.personId, personOf(work).personId))
    if (!found) return { feed: null }
    return { feed: { token: work.tokenOf(found.id), madeAt: found.madeAt.toISOString() } }
  },

  async makeFeed(work) {
    const { personId } = personOf(work)
    const id = newId<'calendarFeed'>()
    const feed = { id, tokenHash: hashOfToken(work.tokenOf(id)), madeAt: work.now }
    await work.db
      .insert(calendarFeeds)
      .values({ ...feed, personId })
      .onConflictDoUpdate({ target: calendarFeeds.personId, set: feed })
    await record(work, { action: 'calendar.linked', subjectId: personId })
    return done
  },

  async endFeed(work) {
    const { personId } = personOf(work)
    const ended = await work.db
      .delete(calendarFeeds)
      .where(eq(calendarFeeds.personId, personId))
      .returning({ id: calendarFeeds.id })
    refuseUnless(ended.length > 0, 'missing', 'letters.feed-unknown')
    await record(work, { action: 'calendar.unlinked', subjectId: personId })
    return done
  },
}

/** Whose calendar a token opens; the token has shown it, and from here on the transaction acts for the house. */
export async function findFeedReader(work: Work, token: string): Promise<PersonId | null> {
  await actForHouse(work.db)
  const [found] = await work.db
    .select({ personId: calendarFeeds.personId })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.tokenHash, hashOfToken(token)))
  return found?.personId ?? null
}
