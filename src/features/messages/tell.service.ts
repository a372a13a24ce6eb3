import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { newId, type OrganisationId, type PersonId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import type { MessageEvent } from './message.ts'
import type { MailId } from './outbox.service.ts'
import type { Said } from './said.ts'
import { messages } from './tables.ts'

export type MessageRow = typeof messages.$inferSelect

export type News = {
  personId: PersonId
  event: MessageEvent
  key: string
  organisationId: OrganisationId | null
  path: string
  said: Said
  at: Date
}

const NEWS_DAYS = 14
const DAY_MS = 86_400_000

/** Tells a person in the application, once for the key; null where she was told already. */
export async function tell(work: Work, { at, ...news }: News): Promise<MessageRow | null> {
  const [told] = await work.db
    .insert(messages)
    .values({ ...news, id: newId(), createdAt: at })
    .onConflictDoNothing()
    .returning()
  return told ?? null
}

/** What the next letter of the day has to tell: not read, not in another letter, of these events. */
export function listUntold(work: Work, personId: PersonId, events: MessageEvent[]): Promise<MessageRow[]> {
  return work.db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.personId, personId),
        inArray(messages.event, events),
        isNull(messages.readAt),
        isNull(messages.mailId),
        gt(messages.createdAt, new Date(work.now.getTime() - NEWS_DAYS * DAY_MS)),
      ),
    )
    .orderBy(messages.createdAt)
}

/** What stood in letters that never left waits for the next one. */
export async function releaseMessages(work: Work, mailIds: MailId[]): Promise<void> {
  if (mailIds.length === 0) return
  await work.db.update(messages).set({ mailId: null }).where(inArray(messages.mailId, mailIds))
}

export async function noteInMail(work: Work, ids: MessageRow['id'][], mailId: MailId): Promise<void> {
  if (ids.length === 0) return
  await work.db.update(messages).set({ mailId }).where(inArray(messages.id, ids))
}
