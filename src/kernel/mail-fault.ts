/** How a connection to a mail server is guarded: from its first byte, from its greeting on, or not at all. */
export const mailSecurities = ['tls', 'starttls', 'none'] as const
export type MailSecurity = (typeof mailSecurities)[number]

/** Why a letter did not leave, as a screen says it. */
export const mailFaultKinds = [
  'no-such-host',
  'forbidden-host',
  'no-connection',
  'timed-out',
  'no-tls',
  'login-refused',
  'sender-refused',
  'recipient-refused',
  'letter-refused',
  'later',
  'folder-closed',
  'password-lost',
  'broken-off',
] as const
export type MailFaultKind = (typeof mailFaultKinds)[number]
