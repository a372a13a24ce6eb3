import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** The wire to a server, on this machine unless said otherwise, which a test may hold, slow down, cut or let pass. */
export type Wire = {
  port: number
  pass(): void
  /** From now on nothing comes through, and nobody is told: a server that hangs. */
  hold(): void
  /** Each piece takes so much longer on its way to the server. */
  slowDown(milliseconds: number): void
  /** Bytes that came for the server while it was slowed down. */
  carried(): number
  /** Breaks every connection that is open now. */
  cut(): void
  /** Open streams of events that still carry something. */
  streams(): number
  /** From now on the streams that are open carry nothing more, and nobody is told: what a sleep leaves of them. */
  strandStreams(): void
  close(): Promise<void>
}

export async function wireTo(serverPort: number, serverHost = '127.0.0.1'): Promise<Wire> {
  let delay = 0
  let isHeld = false
  let carried = 0
  const sockets = new Set<Socket>()
  const streaming = new Set<Socket>()
  const stranded = new Set<Socket>()
  const waiting: (() => void)[] = []
  const carry = (from: Socket, to: Socket, later: () => number) => {
    // One after the other, however long each waits.
    let before = Promise.resolve()
    from.on('data', (piece: Buffer) => {
      if (piece.includes('text/event-stream')) streaming.add(from)
      before = before.then(async () => {
        if (later() > 0) await new Promise((resolve) => setTimeout(resolve, later()))
        if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve))
        if (later() > 0) carried += piece.length
        if (!to.destroyed && !stranded.has(from)) to.write(piece)
      })
    })
    from.on('close', () => {
      streaming.delete(from)
      if (!stranded.has(from)) void before.then(() => to.destroy())
    })
    from.on('error', () => to.destroy())
  }
  const server = createServer((near) => {
    const far = connect(serverPort, serverHost)
    sockets.add(near).add(far)
    carry(near, far, () => delay)
    carry(far, near, () => 0)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const release = () => {
    isHeld = false
    for (const go of waiting.splice(0)) go()
  }
  const cut = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    pass() {
      delay = 0
      release()
    },
    hold() {
      isHeld = true
    },
    slowDown(milliseconds) {
      delay = milliseconds
    },
    carried: () => carried,
    cut,
    streams: () => streaming.size,
    strandStreams() {
      for (const one of streaming) stranded.add(one)
      streaming.clear()
    },
    async close() {
      release()
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
