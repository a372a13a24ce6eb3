import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** The link of a village: 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const DOWN = 1_600_000 / 8 / 1_000
const UP = 750_000 / 8 / 1_000
const LATENCY_MS = 150
/** How much goes in one piece. */
const PIECE = 1_400

export type SlowLink = {
  url: string
  /** Bytes that have come down until now. */
  carried(): number
  /** Ends when nothing has passed for so long. */
  silent(milliseconds: number): Promise<void>
  close(): Promise<void>
}

/** Stands between a browser and the product, as far away as a village is. */
export async function openSlowLink(target: string): Promise<SlowLink> {
  const { port, hostname } = new URL(target)
  const sockets = new Set<Socket>()
  const down = openRoad(DOWN)
  const up = openRoad(UP)
  let carried = 0
  let last = performance.now()
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: Number(port), host: hostname, noDelay: true })
    carry(near, far, up(), () => {
      last = performance.now()
    })
    carry(far, near, down(), (bytes) => {
      last = performance.now()
      carried += bytes
    })
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the link has no address')
  return {
    url: `http://127.0.0.1:${address.port}`,
    carried: () => carried,
    async silent(milliseconds) {
      while (performance.now() - last < milliseconds) await sleep(100)
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** One piece on its way: how large it is, and what is done when it has come. */
type Piece = { bytes: number; arrive: () => void }
/** The place of one connection on a road: its pieces come out in their order. */
type Lane = { send(piece: Piece): void }

/** A road that all connections share: whoever has something to send sends a piece in turn. */
function openRoad(bytesInMs: number): () => Lane {
  const waiting: Piece[][] = []
  let free = 0
  let arrived = Promise.resolve()
  let running = false
  const run = async () => {
    running = true
    for (let pieces = waiting.shift(); pieces; pieces = waiting.shift()) {
      const piece = pieces.shift()
      if (!piece) continue
      if (pieces.length > 0) waiting.push(pieces)
      free = Math.max(free, performance.now()) + piece.bytes / bytesInMs
      const due = free + LATENCY_MS / 2
      arrived = arrived.then(() => until(due)).then(piece.arrive)
      await until(free)
    }
    running = false
  }
  return () => {
    const pieces: Piece[] = []
    return {
      send(piece) {
        pieces.push(piece)
        if (pieces.length === 1) waiting.push(pieces)
        if (!running) void run()
      },
    }
  }
}

/** A timer is not finer than a millisecond: what is due within one goes at once. */
async function until(moment: number): Promise<void> {
  const left = moment - performance.now()
  if (left >= 1) await sleep(left)
}

/** Carries what one end says to the other, piece by piece, and then its end. */
function carry(from: Socket, to: Socket, lane: Lane, tell: (bytes: number) => void): void {
  from.on('data', (data: Buffer) => {
    for (let start = 0; start < data.length; start += PIECE) {
      const part = data.subarray(start, start + PIECE)
      lane.send({
        bytes: part.length,
        arrive: () => {
          tell(part.length)
          if (!to.destroyed) to.write(part)
        },
      })
    }
  })
  from.on('end', () => lane.send({ bytes: 0, arrive: () => to.end() }))
}
