import { findLanguage } from '../../features/access/person-actors.service.ts'
import { endLettersToken } from '../../features/messages/choices.service.ts'
import { findMailKeeping, type MailKeeping, serverOf } from '../../features/messages/mail-settings.service.ts'
import {
  finishMail,
  type MailRow,
  noteHandingOver,
  takeBackAbandoned,
  takeMail,
} from '../../features/messages/outbox.service.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/words.ts'
import { composeMail } from '../../server/mail/compose-mail.ts'
import type { Delivery, SmtpServer } from '../../server/mail/delivery.ts'
import { deliverByFile, outboxFolder } from '../../server/mail/file-outbox.ts'
import { smtpOutbox } from '../../server/mail/smtp-outbox.ts'
import type { Perform } from '../perform.ts'
import { sentencesIn } from './letter-sentences.ts'

const actor: Actor = { kind: 'job', name: 'messages.deliver-mail' }

type Taken = {
  row: MailRow
  keeping: MailKeeping
  server: SmtpServer | null
  folder: string
  endToken: string
  language: Language
}

/**
 * Sends what waits, letter by letter. Taking, handing over and the end are transactions of their own: whenever this is
 * killed, a letter that had not begun to leave is sent later, and one that had is never sent a second time by itself.
 */
export async function deliverMail(perform: Perform, publicUrl: string): Promise<void> {
  await perform(actor, takeBackAbandoned)
  for (;;) {
    const taken = await perform(actor, async (work): Promise<Taken | null> => {
      const keeping = await findMailKeeping(work)
      const row = keeping && (await takeMail(work))
      if (!row) return null
      const endToken = endLettersToken(work, row.personId)
      const language = await findLanguage(work, row.personId)
      return { row, keeping, server: serverOf(work, keeping), folder: outboxFolder(work.store), endToken, language }
    })
    if (!taken) return
    const delivery = await deliver(perform, taken, publicUrl)
    await perform(actor, (work) => finishMail(work, taken.row, delivery))
    // Where the server does not answer, the others need not find it out one by one.
    if (delivery.kind === 'later') return
  }
}

async function deliver(perform: Perform, taken: Taken, publicUrl: string): Promise<Delivery> {
  const { row, keeping, server, folder, endToken, language } = taken
  const from = keeping.fromAddress || NOBODYS_ADDRESS
  const letter = await composeMail({
    messageId: `<${row.id}@${hostOf(publicUrl)}>`,
    date: row.createdAt,
    sender: sentencesIn[language].say('sender'),
    ...{ from, to: row.toAddress, subject: row.subject, text: row.body },
    unsubscribeUrl: row.kind === 'test' ? null : `${publicUrl}/api/letters/end?token=${endToken}`,
  })
  if (keeping.way === 'file') return await deliverByFile(folder, row.id, letter)
  if (!server) return { kind: 'later', fault: 'password-lost', detail: '' }
  return await smtpOutbox(server)({ from, to: row.toAddress }, letter, async () => {
    const isOurs = await perform(actor, (work) => noteHandingOver(work, row))
    if (!isOurs) throw Object.assign(new Error('another has taken this letter over'), { code: 'ESTREAM' })
  })
}

/** Letters that only lie in a folder are from nobody who could be answered. */
const NOBODYS_ADDRESS = 'opora@localhost'

function hostOf(publicUrl: string): string {
  return new URL(publicUrl).hostname
}
