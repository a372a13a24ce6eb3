import pg from 'pg'

export type Listening = { stop(): Promise<void> }

type Ears = {
  hear(payload: string): void
  /** The connection was lost for a while: whatever was said meanwhile is not known. */
  missed(): void
  onError(error: unknown): void
}

/** How the connection is called in the database's own list. */
export const LISTENER = 'opora listening'

const AGAIN_MS = 1_000
const ASK_MS = 20_000
const ANSWER_WITHIN_MS = 5_000

/** Hears what transactions of every process say on the channel: one connection, made again as often as it is lost. */
export function listen(url: string, channel: string, { hear, missed, onError }: Ears): Listening {
  let isStopped = false
  let current: pg.Client | null = null
  let wake: () => void = () => undefined

  async function listenOnce(isAgain: boolean): Promise<void> {
    const client = new pg.Client({
      ...{ connectionString: url, keepAlive: true, query_timeout: ANSWER_WITHIN_MS },
      application_name: LISTENER,
    })
    current = client
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve()) // the loop connects again
      client.on('end', () => resolve())
    })
    client.on('notification', ({ payload }) => hear(payload ?? ''))
    try {
      await client.connect()
      await client.query(`listen ${pg.escapeIdentifier(channel)}`)
      if (isAgain) missed()
      // A connection that a firewall dropped says nothing by itself.
      const asking = setInterval(() => client.query('select 1').catch(() => client.end()), ASK_MS)
      asking.unref()
      await lost
      clearInterval(asking)
    } finally {
      await client.end().catch(() => undefined) // it is over already
    }
  }

  async function keepListening(): Promise<void> {
    for (let isAgain = false; !isStopped; isAgain = true) {
      await listenOnce(isAgain).catch((error) => !isStopped && onError(error))
      if (isStopped) return
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, AGAIN_MS).unref()
      })
    }
  }

  const running = keepListening()
  return {
    async stop() {
      isStopped = true
      wake()
      await current?.end().catch(() => undefined) // as above
      await running
    },
  }
}
