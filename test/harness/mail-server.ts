import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Received = { from: string; to: string[]; text: string; messageId: string }

export type MailServer = {
  port: number
  received: Received[]
  /** How it behaves from now on. */
  mood: Mood
  /** Told at each step of the talk, before the server's answer to it; `answered` right after. */
  onStep: (step: Step) => void
  stop(): Promise<void>
}

/** `gone`: the words are taken, and the connection ends before the answer. */
export type Mood = 'kind' | 'busy' | 'knows-nobody' | 'dislikes-letters' | 'gone'

export const steps = ['called', 'addressed', 'words', 'heard', 'answered'] as const
export type Step = (typeof steps)[number]

const MOODS: Partial<Record<Mood, [number, string]>> = {
  busy: [451, 'Come again later'],
  'knows-nobody': [550, 'No such user here'],
}

/** A real mail server on loopback, which lets in by one name and password. */
export async function startMailServer({ port = 0, password = '' }: { port?: number; password?: string } = {}) {
  const server: MailServer = { port, received: [], mood: 'kind', onStep: () => undefined, stop: async () => undefined }
  const options: SMTPServerOptions = {
    authOptional: password === '',
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: auth.username }) : done(new Error('Invalid login')),
    onConnect: (_session, done) => {
      server.onStep('called')
      return done()
    },
    onRcptTo: (_address, _session, done) => {
      server.onStep('addressed')
      const said = MOODS[server.mood]
      return done(said ? Object.assign(new Error(said[1]), { responseCode: said[0] }) : null)
    },
    onData: (stream, { envelope }, done) => {
      server.onStep('words')
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        if (server.mood === 'dislikes-letters') {
          return done(Object.assign(new Error('Looks like spam'), { responseCode: 554 }))
        }
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        server.received.push({
          from,
          to: envelope.rcptTo.map((one) => one.address),
          ...readLetter(Buffer.concat(pieces)),
        })
        if (server.mood === 'gone') return hangUp()
        server.onStep('heard')
        done()
        return server.onStep('answered')
      })
    },
  }
  const smtp = new SMTPServer(options)
  const calls = new Set<Socket>()
  smtp.server.on('connection', (call: Socket) => calls.add(call))
  const hangUp = () => {
    for (const call of calls) call.destroy()
  }
  // What breaks off is what the tests break off.
  smtp.on('error', () => undefined)
  await new Promise<void>((ready) => smtp.listen(port, '127.0.0.1', ready))
  server.port = (smtp.server.address() as AddressInfo).port // it listens on a port, not on a path
  server.stop = () => {
    hangUp()
    return new Promise((done) => smtp.close(done))
  }
  return server
}

/** What a letter says, and its own name. */
export function readLetter(bytes: Buffer): Pick<Received, 'text' | 'messageId'> {
  const whole = bytes.toString('utf8')
  const split = whole.indexOf('\r\n\r\n')
  const messageId = /^Message-ID: (.+)$/im.exec(whole.slice(0, split))?.[1]?.trim() ?? ''
  return { text: Buffer.from(whole.slice(split), 'base64').toString('utf8'), messageId }
}
