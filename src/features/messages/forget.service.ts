import { eq } from 'drizzle-orm'
import type { PersonId } from '../../kernel/id.ts'
import { outboxFolder, removeLetterFile } from '../../server/mail/file-outbox.ts'
import type { Work } from '../../server/work.ts'
import { calendarFeeds, digests, letterChoices, mails, messages } from './tables.ts'

/** Everything that a person was told and written, in the database and in the folder; answers what was removed. */
export async function forgetLetters(work: Work, personId: PersonId) {
  const told = await work.db.delete(messages).where(eq(messages.personId, personId)).returning({ id: messages.id })
  await work.db.delete(digests).where(eq(digests.personId, personId))
  const written = await work.db.delete(mails).where(eq(mails.personId, personId)).returning({ id: mails.id })
  for (const { id } of written) await removeLetterFile(outboxFolder(work.store), id)
  await work.db.delete(letterChoices).where(eq(letterChoices.personId, personId))
  const feeds = await work.db
    .delete(calendarFeeds)
    .where(eq(calendarFeeds.personId, personId))
    .returning({ id: calendarFeeds.id })
  return [
    { title: 'Уведомления', count: told.length },
    { title: 'Письма', count: written.length },
    { title: 'Ссылка на календарь', count: feeds.length },
  ]
}
