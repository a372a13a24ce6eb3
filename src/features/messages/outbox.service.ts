import { and, asc, eq, inArray, isNotNull, lt, lte, sql } from 'drizzle-orm'
import { type Id, newId, type PersonId } from '../../kernel/id.ts'
import type { Delivery } from '../../server/mail/delivery.ts'
import { outboxFolder, removeLetterFile } from '../../server/mail/file-outbox.ts'
import type { Work } from '../../server/work.ts'
import { DELIVER_MAIL } from './jobs.ts'
import { ABANDONED_AFTER_MS, MAIL_KEPT_DAYS, type MailKind, MESSAGE_KEPT_DAYS, pauseAfter } from './mail.ts'
import { digests, mails, messages } from './tables.ts'

export type MailId = Id<'mail'>
export type MailRow = typeof mails.$inferSelect

export type NewMail = {
  personId: PersonId
  kind: MailKind
  period: string
  toAddress: string
  subject: string
  body: string
}

const DAY_MS = 86_400_000

/** Leaves a letter in the outbox, once for its kind and period; null where it is there already. */
export async function putMail(work: Work, letter: NewMail): Promise<MailId | null> {
  const id = newId<'mail'>()
  const put = await work.db
    .insert(mails)
    .values({ ...letter, id, createdAt: work.now, nextTryAt: work.now })
    .onConflictDoNothing()
    .returning({ id: mails.id })
  if (put.length === 0) return null
  await work.enqueue(DELIVER_MAIL, {})
  return id
}

/** A day's letter that has not left gives way to the next one, which tells of everything that is still so. */
export async function replaceWaitingDigests(work: Work, personId: PersonId): Promise<MailId[]> {
  const replaced = await work.db
    .update(mails)
    .set({ status: 'replaced' })
    .where(and(eq(mails.personId, personId), eq(mails.kind, 'digest'), eq(mails.status, 'waiting')))
    .returning({ id: mails.id })
  return replaced.map(({ id }) => id)
}

/**
 * The next letter whose time has come, from now on in the hands of whoever asked; no two take the same.
 * A test goes before all others: somebody is waiting at the screen for its answer.
 */
export async function takeMail(work: Work): Promise<MailRow | null> {
  const next = work.db
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.status, 'waiting'), lte(mails.nextTryAt, work.now)))
    .orderBy(sql`${mails.kind} <> 'test'`, asc(mails.nextTryAt), asc(mails.id))
    .limit(1)
    .for('update', { skipLocked: true })
  const [taken] = await work.db
    .update(mails)
    .set({ status: 'taken', takenAt: work.now, tries: sql`${mails.tries} + 1` })
    .where(inArray(mails.id, next))
    .returning()
  return taken ?? null
}

/** Said before the first byte leaves: from here on nobody may send it a second time by himself. False: it is no longer ours. */
export async function noteHandingOver(work: Work, { id, tries }: Pick<MailRow, 'id' | 'tries'>): Promise<boolean> {
  const handed = await work.db
    .update(mails)
    .set({ status: 'handed', takenAt: work.now })
    .where(and(eq(mails.id, id), eq(mails.status, 'taken'), eq(mails.tries, tries)))
    .returning({ id: mails.id })
  return handed.length > 0
}

/** What became of a letter that was taken. */
export async function finishMail(work: Work, row: Pick<MailRow, 'id' | 'tries' | 'kind'>, delivery: Delivery) {
  const { id, tries } = row
  const mine = and(eq(mails.id, id), eq(mails.tries, tries), inArray(mails.status, ['taken', 'handed']))
  if (delivery.kind === 'sent') {
    const sent = { status: 'sent' as const, sentAt: work.now, fault: null, faultDetail: null }
    await work.db.update(mails).set(sent).where(mine)
    if (row.kind === 'test') await tryFailedAtOnce(work)
    return
  }
  const { kind, fault, detail } = delivery
  const status = kind === 'later' ? ('waiting' as const) : kind
  const nextTryAt = new Date(work.now.getTime() + pauseAfter(tries))
  await work.db.update(mails).set({ status, nextTryAt, fault, faultDetail: detail }).where(mine)
}

/** A test that left says that the server is mended: what waits because of it need not sit out its pause. */
async function tryFailedAtOnce(work: Work): Promise<void> {
  const failed = and(eq(mails.status, 'waiting'), isNotNull(mails.fault))
  await work.db.update(mails).set({ nextTryAt: work.now }).where(failed)
}

/** Whoever had them was killed: what was not handed over is sent anew, of the rest nobody knows whether it arrived. */
export async function takeBackAbandoned(work: Work): Promise<void> {
  const since = new Date(work.now.getTime() - ABANDONED_AFTER_MS)
  await work.db
    .update(mails)
    .set({ status: 'waiting', nextTryAt: work.now })
    .where(and(eq(mails.status, 'taken'), lt(mails.takenAt, since)))
  await work.db
    .update(mails)
    .set({ status: 'unclear', fault: 'broken-off', faultDetail: '' })
    .where(and(eq(mails.status, 'handed'), lt(mails.takenAt, since)))
}

/** Everything about letters and messages whose time is over; answers nothing, safe to repeat. */
export async function forgetOldMail(work: Work): Promise<void> {
  const mailsSince = new Date(work.now.getTime() - MAIL_KEPT_DAYS * DAY_MS)
  const messagesSince = new Date(work.now.getTime() - MESSAGE_KEPT_DAYS * DAY_MS)
  await work.db.delete(messages).where(lt(messages.createdAt, messagesSince))
  await work.db.delete(digests).where(lt(digests.writtenAt, mailsSince))
  await work.db
    .update(messages)
    .set({ mailId: null })
    .where(
      inArray(messages.mailId, work.db.select({ id: mails.id }).from(mails).where(lt(mails.createdAt, mailsSince))),
    )
  const old = await work.db.delete(mails).where(lt(mails.createdAt, mailsSince)).returning({ id: mails.id })
  for (const { id } of old) await removeLetterFile(outboxFolder(work.store), id)
}
