import { and, count, desc, eq, isNull, lte, sql } from 'drizzle-orm'
import { done } from '../../kernel/contract.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { Service, Work } from '../../server/work.ts'
import { changeOwnEmail, findEmail } from '../access/person-actors.service.ts'
import { personOf } from '../access/sessions.service.ts'
import { record } from '../audit/service.ts'
import { endLettersOf, findChoices, personOfEndToken } from './choices.service.ts'
import type { LettersView, MessageView, messagesContract } from './contract.ts'
import { isServerSet } from './mail-settings.service.ts'
import { type Choices, eventsFor } from './message.ts'
import { letterChoices, messages } from './tables.ts'
import './words.ts'

const SHOWN = 30

export const messagesService: Service<typeof messagesContract> = {
  async listMessages(work) {
    const { personId } = personOf(work)
    const rows = await work.db
      .select()
      .from(messages)
      .where(eq(messages.personId, personId))
      .orderBy(desc(messages.createdAt), desc(messages.id))
      .limit(SHOWN)
    const [unread] = await work.db
      .select({ count: count() })
      .from(messages)
      .where(and(eq(messages.personId, personId), isNull(messages.readAt)))
    return { unread: unread?.count ?? 0, messages: rows.map(viewOf) }
  },

  async readMessages(work, { until }) {
    const { personId } = personOf(work)
    await work.db
      .update(messages)
      .set({ readAt: work.now })
      .where(and(eq(messages.personId, personId), isNull(messages.readAt), lte(messages.createdAt, justAfter(until))))
    await record(work, { action: 'messages.read', subjectId: personId })
    return done
  },

  async loadLetters(work) {
    return lettersOf(work)
  },

  async chooseLetters(work, { rowVersion, email, events }) {
    const { personId } = personOf(work)
    const before = await findChoices(work, personId)
    const chosen: Choices = { ...before.choices, ...Object.fromEntries(events.map((one) => [one.event, one.choice])) }
    if (before.rowVersion !== rowVersion) throw await changedMeanwhile(work)
    const [after] = await work.db
      .insert(letterChoices)
      .values({ personId, choices: chosen, changedAt: work.now, rowVersion: rowVersion + 1 })
      .onConflictDoUpdate({
        target: letterChoices.personId,
        set: { choices: chosen, changedAt: work.now, rowVersion: rowVersion + 1 },
        setWhere: eq(letterChoices.rowVersion, rowVersion),
      })
      .returning()
    if (!after) throw await changedMeanwhile(work)
    await changeOwnEmail(work, personId, email)
    await record(work, {
      action: 'letters.chosen',
      subjectId: personId,
      before: before.choices,
      after: { email, ...chosen },
    })
    return done
  },

  async endLetters(work, { token }) {
    await work.limit(`end-letters:${work.address}`, 60, 60)
    const personId = personOfEndToken(work, token)
    refuseUnless(personId && (await endLettersOf(work, personId)), 'missing', 'letters.link-unknown')
    await record(work, { action: 'letters.ended', subjectId: personId })
    return done
  },
}

/** The wire knows milliseconds, the database more. */
function justAfter(moment: string) {
  return sql`${moment}::timestamptz + interval '1 millisecond'`
}

function viewOf({ id, event, path, said, createdAt, readAt }: typeof messages.$inferSelect): MessageView {
  return {
    ...{ id, event, path },
    number: said.number ?? null,
    title: said.title ?? '',
    day: said.day ?? null,
    organisation: said.organisation ?? '',
    comment: said.comment ?? '',
    remarks: said.remarks ?? 0,
    count: said.count ?? 1,
    at: createdAt.toISOString(),
    isRead: readAt !== null,
  }
}

async function lettersOf(work: Work): Promise<LettersView> {
  const { personId, memberships } = personOf(work)
  const { choices, rowVersion } = await findChoices(work, personId)
  const events = eventsFor(memberships.map(({ role }) => role))
  return {
    email: await findEmail(work, personId),
    events: events.map((event) => ({ event, choice: choices[event] })),
    isServerSet: await isServerSet(work),
    rowVersion,
  }
}

async function changedMeanwhile(work: Work): Promise<Refusal> {
  return new Refusal('stale', 'letters.changed-meanwhile', { current: await lettersOf(work) })
}
