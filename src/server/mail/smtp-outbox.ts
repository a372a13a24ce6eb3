import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Deliver, Delivery, Envelope, MailFault, SmtpServer } from './delivery.ts'
import { findMailHost } from './reachable-host.ts'

const CONNECT_WITHIN_MS = 15_000
const SILENT_AT_MOST_MS = 60_000
const LONGEST_DETAIL = 300

/** Letters by this server, each over a connection of its own. */
export function smtpOutbox(server: SmtpServer): Deliver {
  return async (envelope, letter, handingOver) => {
    const found = await findMailHost(server.host)
    if ('fault' in found) return { kind: 'later', ...found }
    return await overConnection(server, found.address, { envelope, letter, handingOver })
  }
}

type Handing = { envelope: Envelope; letter: Buffer; handingOver: () => Promise<void> }

async function overConnection(server: SmtpServer, address: string, handing: Handing): Promise<Delivery> {
  const connection = new SMTPConnection({
    host: address,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: SILENT_AT_MOST_MS,
    tls: isIP(server.host) ? {} : { servername: server.host },
  })
  const known = { isHanded: false }
  try {
    await talk(connection, (done) => connection.connect(done))
    if (server.login) {
      const credentials = { user: server.login, pass: server.password }
      await talk(connection, (done) => connection.login({ credentials }, done))
    }
    // Its first byte is read once the server has said that it takes the letter.
    const words = Readable.from(handOver(handing, known))
    await talk(connection, (done) => connection.send(handing.envelope, words, done))
    connection.quit()
    return { kind: 'sent' }
  } catch (error) {
    connection.close()
    return deliveryOf(error, known.isHanded)
  }
}

async function* handOver({ letter, handingOver }: Handing, known: { isHanded: boolean }) {
  await handingOver()
  known.isHanded = true
  yield letter
}

/** A connection tells of what goes wrong by its callback, or as an event, whichever comes first. */
function talk(connection: SMTPConnection, step: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const broken = (error: Error) => reject(error)
    const ended = () => reject(Object.assign(new Error('the connection was closed'), { code: 'ECONNECTION' }))
    connection.once('error', broken)
    connection.once('end', ended)
    step((error) => {
      connection.off('error', broken)
      connection.off('end', ended)
      // What is said after the answer has nobody who waits for it.
      connection.on('error', () => undefined)
      if (error) reject(error)
      else resolve()
    })
  })
}

type Told = { code: string; command: string; response: number; text: string }

function deliveryOf(error: unknown, isHanded: boolean): Delivery {
  const told = toldBy(error)
  const fault = faultOf(told)
  // An answer to the letter itself is an answer: it was not taken.
  if (isHanded && told.response === 0) return { kind: 'unclear', fault: 'broken-off', detail: fault.detail }
  const isFinal = told.response >= 500 && isAboutTheLetter(fault.fault)
  return { kind: isFinal ? 'refused' : 'later', ...fault }
}

/** Another letter may be taken where this one is refused; a wrong password is mended, and then all leave. */
function isAboutTheLetter(fault: MailFault['fault']): boolean {
  return fault === 'recipient-refused' || fault === 'letter-refused'
}

function faultOf(told: Told): MailFault {
  const detail = told.text.slice(0, LONGEST_DETAIL)
  const { code, command, response } = told
  if (code === 'EAUTH' || command.startsWith('AUTH')) return { fault: 'login-refused', detail }
  if (response >= 400 && response < 500) return { fault: 'later', detail }
  if (command === 'MAIL FROM') return { fault: 'sender-refused', detail }
  if (command === 'RCPT TO') return { fault: 'recipient-refused', detail }
  if (command === 'DATA' && response >= 500) return { fault: 'letter-refused', detail }
  if (code === 'ETLS' || command === 'STARTTLS' || /certificate|self.signed|ssl|tls/i.test(told.text)) {
    return { fault: 'no-tls', detail }
  }
  if (code === 'ETIMEDOUT') return { fault: 'timed-out', detail }
  return { fault: 'no-connection', detail }
}

/** Of what a mail library throws: codes and the server's own words. */
function toldBy(error: unknown): Told {
  if (!(error instanceof Error)) throw error
  const fields = new Map<string, unknown>(Object.entries(error))
  const code = fields.get('code')
  // Whatever carries no code is a bug of ours and no trouble with mail.
  if (typeof code !== 'string') throw error
  const response = Number(fields.get('responseCode') ?? 0)
  return { code, command: String(fields.get('command') ?? ''), response, text: error.message }
}
