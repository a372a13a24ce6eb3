import * as z from 'zod'
import { Done, defineContract, FileAnswer, Moment, RowVersion } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'
import { mailFaultKinds, mailSecurities } from '../../kernel/mail-fault.ts'
import { REMIND_BEFORE } from './mail.ts'

const callers = ['administrator'] as const

const Host = z
  .string()
  .trim()
  .max(200)
  .regex(/^[\p{L}\p{N}.:-]*$/u)

const settings = {
  way: z.enum(['file', 'smtp']),
  host: Host,
  port: z.int().min(1).max(65_535),
  security: z.enum(mailSecurities),
  login: z.string().trim().max(200),
  fromAddress: z.union([z.literal(''), z.email().max(200)]),
  /** Working days before a deadline. */
  remindBefore: z.int().min(REMIND_BEFORE.least).max(REMIND_BEFORE.most),
}

const Fault = z.object({ fault: z.enum(mailFaultKinds), detail: z.string() })

const MailLine = z.object({
  id: idOf<'mail'>(),
  kind: z.enum(['digest', 'at-once', 'test']),
  status: z.enum(['waiting', 'taken', 'handed', 'sent', 'refused', 'unclear', 'replaced']),
  to: z.string(),
  subject: z.string(),
  writtenAt: Moment,
  sentAt: Moment.nullable(),
  /** Null where it waits for nothing. */
  nextTryAt: Moment.nullable(),
  tries: z.int(),
  fault: Fault.nullable(),
  /** It lies in the folder as a file. */
  isFile: z.boolean(),
})

const MailView = z.object({
  settings: z.object({ ...settings, hasPassword: z.boolean(), rowVersion: z.int() }),
  /** Where letters lie while they leave by no server. */
  folder: z.string(),
  warning: z.enum(['none', 'waiting', 'refused']),
  waiting: z.int(),
  /** What keeps letters from leaving. */
  fault: Fault.nullable(),
  letters: z.array(MailLine),
})

export const mailContract = defineContract({
  loadMail: { method: 'GET', path: '/mail', callers, input: z.object({}), output: MailView, reads: 'person' },
  /** For «Сегодня»: whether the letters of one's own people leave, and who mends it where one has no hand in it. */
  loadMailWarning: {
    method: 'GET',
    path: '/mail/warning',
    callers,
    input: z.object({}),
    output: z.object({ warning: MailView.shape.warning, waiting: z.int(), keeper: z.string().nullable() }),
  },
  changeMailSettings: {
    method: 'PUT',
    path: '/mail/settings',
    callers,
    input: z.object({
      ...settings,
      rowVersion: RowVersion,
      /** Null keeps the one that is there. */
      password: z.string().max(200).nullable(),
    }),
    output: Done,
  },
  /** A letter to oneself by the settings in force; what became of it stands among the letters. */
  testMail: {
    method: 'POST',
    path: '/mail/tests',
    callers,
    input: z.object({}),
    output: z.object({ id: idOf<'mail'>() }),
  },
  sendMailAgain: {
    method: 'POST',
    path: '/mail/letters/:id/repetition',
    callers,
    input: z.object({ id: idOf<'mail'>() }),
    output: Done,
  },
  downloadLetter: {
    method: 'GET',
    path: '/mail/letters/:id/content',
    callers,
    reads: 'person',
    input: z.object({ id: idOf<'mail'>() }),
    output: FileAnswer,
    download: true,
  },
})

export type MailView = z.infer<typeof MailView>
export type MailLine = z.infer<typeof MailLine>
