import type { MailFaultKind, MailSecurity } from '../../kernel/mail-fault.ts'

export type MailFault = { fault: MailFaultKind; detail: string }

/** `later`: nothing was handed over, try again. `refused`: it will never be taken. `unclear`: it may have arrived. */
export type Delivery = { kind: 'sent' } | ({ kind: 'later' | 'refused' | 'unclear' } & MailFault)

export type SmtpServer = {
  host: string
  port: number
  security: MailSecurity
  login: string
  password: string
}

export type Envelope = { from: string; to: string }

/** Takes one letter away; `handingOver` is awaited before the first byte of it leaves. */
export type Deliver = (envelope: Envelope, letter: Buffer, handingOver: () => Promise<void>) => Promise<Delivery>
