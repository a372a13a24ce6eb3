import MailComposer from 'nodemailer/lib/mail-composer'

export type Letter = {
  /** Stable: whoever gets the same letter twice sees by it that it is one. */
  messageId: string
  date: Date
  from: string
  /** Who writes, beside the address. */
  sender: string
  to: string
  subject: string
  text: string
  /** The address at which one call ends letters of this kind; null where there is nothing to end. */
  unsubscribeUrl: string | null
}

/** The letter as it travels and as it lies in a file (.eml). */
export function composeMail({
  messageId,
  date,
  from,
  sender,
  to,
  subject,
  text,
  unsubscribeUrl,
}: Letter): Promise<Buffer> {
  const composer = new MailComposer({
    ...{ messageId, date, subject, text },
    from: { name: sender, address: from },
    to: { name: '', address: to },
    textEncoding: 'base64',
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    // Nothing in a letter of ours names a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
