import { and, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { done } from '../../kernel/contract.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { outboxFolder, readLetterFile } from '../../server/mail/file-outbox.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { findEmail, findLanguage } from '../access/person-actors.service.ts'
import { personOf } from '../access/sessions.service.ts'
import { record } from '../audit/service.ts'
import { organisations } from '../organisations/tables.ts'
import { DELIVER_MAIL } from './jobs.ts'
import { letterWords } from './letter-words.ts'
import { warningOf } from './mail.ts'
import type { MailLine, MailView, mailContract } from './mail-contract.ts'
import {
  findFirstKeeping,
  findMailKeeping,
  type MailKeeping,
  sealPassword,
  settleMail,
} from './mail-settings.service.ts'
import { canKeepMail } from './message.ts'
import { type MailRow, putMail } from './outbox.service.ts'
import { mailSettings, mails } from './tables.ts'
import './words.ts'

const SHOWN = 50
const waitingStates = ['waiting', 'taken', 'handed'] as const

export const mailService: Service<typeof mailContract> = {
  async loadMail(work) {
    const keeping = await loadKeeping(work)
    const rows = await work.db
      .select()
      .from(mails)
      .where(visibleTo(work.actor, mails))
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(SHOWN)
    const state = await stateOf(work)
    return {
      settings: settingsOf(keeping),
      folder: outboxFolder(work.store),
      ...state,
      letters: rows.map((row) => lineOf(row, keeping)),
    }
  },

  async loadMailWarning(work) {
    const keeping = await findMailKeeping(work)
    const { warning, waiting } = await stateOf(work)
    const keeper = keeping && canKeepMail(work.actor, keeping) ? null : await findKeeper(work)
    return { warning, waiting, keeper }
  },

  async changeMailSettings(work, { rowVersion, password, ...wanted }) {
    await loadKeeping(work)
    const before = await settleKeeping(work)
    if (before.rowVersion !== rowVersion) throw changedMeanwhile(before)
    if (wanted.way === 'smtp') {
      refuseUnless(wanted.host !== '', 'unprocessable', 'mail.host-missing')
      refuseUnless(wanted.fromAddress !== '', 'unprocessable', 'mail.from-missing')
    }
    // A password belongs to its server: whoever names another one types it anew.
    const isSameServer = wanted.host === before.host && wanted.login === before.login
    const kept = isSameServer ? before.sealedPassword : null
    const sealedPassword = password === null ? kept : password === '' ? null : sealPassword(work, before, password)
    const [after] = await work.db
      .update(mailSettings)
      .set({ ...wanted, sealedPassword, rowVersion: rowVersion + 1 })
      .where(
        and(
          eq(mailSettings.id, before.id),
          eq(mailSettings.rowVersion, rowVersion),
          visibleTo(work.actor, mailSettings),
        ),
      )
      .returning()
    if (!after) throw changedMeanwhile(await loadKeeping(work))
    // What waited because of the old settings is tried by the new ones at once.
    await work.db.update(mails).set({ nextTryAt: work.now }).where(eq(mails.status, 'waiting'))
    await work.enqueue(DELIVER_MAIL, {})
    const { organisationId } = after
    await record(work, {
      action: 'mail.settings-changed',
      subjectId: before.id,
      organisationId,
      before: settingsOf(before),
      after: settingsOf({ ...after, path: before.path }),
    })
    return done
  },

  async testMail(work) {
    const keeping = await loadKeeping(work)
    const { personId } = personOf(work)
    const toAddress = await findEmail(work, personId)
    refuseUnless(toAddress, 'unprocessable', 'mail.no-address')
    const words = letterWords[await findLanguage(work, personId)]
    const id = await putMail(work, {
      ...{ personId, kind: 'test', period: work.requestId, toAddress },
      subject: words['test.subject'],
      body: words['test.body'],
    })
    refuseUnless(id, 'conflict', 'mail.not-to-be-repeated')
    const { organisationId } = keeping
    await record(work, { action: 'mail.tested', subjectId: id, organisationId })
    return { id }
  },

  async sendMailAgain(work, { id }) {
    const { organisationId } = await loadKeeping(work)
    const row = await loadLetter(work, id)
    const [again] = await work.db
      .update(mails)
      .set({ status: 'waiting', nextTryAt: work.now, tries: 0, fault: null, faultDetail: null })
      .where(and(eq(mails.id, row.id), inArray(mails.status, ['refused', 'unclear'])))
      .returning({ id: mails.id })
    refuseUnless(again, 'conflict', 'mail.not-to-be-repeated')
    await work.enqueue(DELIVER_MAIL, {})
    await record(work, { action: 'mail.sent-again', subjectId: id, organisationId })
    return done
  },

  async downloadLetter(work, { id }) {
    await loadKeeping(work)
    const row = await loadLetter(work, id)
    const bytes = await readLetterFile(outboxFolder(work.store), row.id)
    refuseUnless(bytes, 'missing', 'mail.letter-missing')
    return { name: `${row.subject}.eml`, type: 'message/rfc822', disposition: 'attachment', bytes }
  },
}

async function loadKeeping(work: Work): Promise<MailKeeping> {
  const keeping = (await findMailKeeping(work)) ?? (await findFirstKeeping(work))
  refuseUnless(keeping && canKeepMail(work.actor, keeping), 'forbidden', 'mail.not-yours')
  return keeping
}

/** A change does not wait for the house to lay what is to be changed. */
async function settleKeeping(work: Work): Promise<MailKeeping> {
  const keeping = (await findMailKeeping(work)) ?? (await settleMail(work))
  refuseUnless(keeping, 'forbidden', 'mail.not-yours')
  return keeping
}

/** The organisation above everybody: its administrator has the mail in hand. */
async function findKeeper(work: Work): Promise<string | null> {
  const [root] = await work.db
    .select({ name: organisations.shortName })
    .from(organisations)
    .where(and(isNull(organisations.parentId), ne(organisations.kind, 'school'), visibleTo(work.actor, organisations)))
    .orderBy(organisations.createdAt)
    .limit(1)
  return root?.name ?? null
}

async function loadLetter(work: Work, id: MailRow['id']): Promise<MailRow> {
  const [found] = await work.db
    .select()
    .from(mails)
    .where(and(eq(mails.id, id), visibleTo(work.actor, mails)))
  refuseUnless(found, 'missing', 'mail.letter-missing')
  return found
}

/** How it stands with the outbox, and what keeps letters from leaving. */
async function stateOf(work: Work): Promise<Pick<MailView, 'warning' | 'waiting' | 'fault'>> {
  const [counted] = await work.db
    .select({
      waiting: sql<number>`(count(*) filter (where ${inArray(mails.status, [...waitingStates])}))::int`,
      failing: sql<number>`(count(*) filter (where ${inArray(mails.status, [...waitingStates])} and ${isNotNull(mails.fault)}))::int`,
      lost: sql<number>`(count(*) filter (where ${inArray(mails.status, ['refused', 'unclear'])}
        and ${mails.createdAt} > ${new Date(work.now.getTime() - LOST_SHOWN_MS).toISOString()}::timestamptz))::int`,
    })
    .from(mails)
    .where(visibleTo(work.actor, mails))
  const { waiting = 0, failing = 0, lost = 0 } = counted ?? {}
  const [latest] =
    failing === 0
      ? []
      : await work.db
          .select({ fault: mails.fault, detail: mails.faultDetail })
          .from(mails)
          .where(and(eq(mails.status, 'waiting'), isNotNull(mails.fault), visibleTo(work.actor, mails)))
          .orderBy(desc(mails.takenAt))
          .limit(1)
  const fault = latest?.fault ? { fault: latest.fault, detail: latest.detail ?? '' } : null
  return { warning: warningOf({ failing, lost }), waiting, fault }
}

const LOST_SHOWN_MS = 3 * 86_400_000

function settingsOf(keeping: MailKeeping): MailView['settings'] {
  const { way, host, port, security, login, fromAddress, remindBefore, rowVersion } = keeping
  return {
    way,
    host,
    port,
    security,
    login,
    fromAddress,
    remindBefore,
    hasPassword: keeping.sealedPassword !== null,
    rowVersion,
  }
}

function lineOf(row: MailRow, { way }: MailKeeping): MailLine {
  const { id, kind, status, toAddress: to, subject, tries, fault } = row
  return {
    ...{ id, kind, status, to, subject, tries },
    writtenAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    nextTryAt: status === 'waiting' ? row.nextTryAt.toISOString() : null,
    fault: fault ? { fault, detail: row.faultDetail ?? '' } : null,
    isFile: way === 'file' && status === 'sent',
  }
}

function changedMeanwhile(keeping: MailKeeping): Refusal {
  return new Refusal('stale', 'mail.changed-meanwhile', { current: settingsOf(keeping) })
}
