import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Endpoint } from '../../kernel/contract.ts'
import type { Stream } from '../work.ts'
import type { OpenStreams } from './open-streams.ts'

type Sending = {
  endpoint: Endpoint
  streams: OpenStreams
  /** Whose stream it is: each person has a few. */
  holder: string
  /** Whether whoever began it may still see the same. */
  isCurrent(): Promise<boolean>
}

/** Proxies close a silent connection after a minute, often after half. */
const BEAT_MS = 20_000
const MOST_WAITING_BYTES = 64 * 1024

/** Server-sent events until either side ends it; an event carries what the contract names and nothing else. */
export function sendStream(reply: FastifyReply, stream: Stream<unknown>, sending: Sending) {
  const { endpoint, streams, holder, isCurrent } = sending
  const body = new PassThrough()
  const end = () => body.end()
  const forget = streams.add(holder, end)
  const write = (text: string) => {
    if (body.writableEnded) return
    // Whoever does not read is not kept waiting for.
    if (body.readableLength > MOST_WAITING_BYTES) return void body.destroy()
    body.write(text)
  }
  const stop = stream.follow((event) => write(`data: ${JSON.stringify(endpoint.output.parse(event))}\n\n`))
  const beat = setInterval(async () => {
    if (await isCurrent()) write(':\n\n')
    else end()
  }, BEAT_MS)
  beat.unref()
  body.once('close', () => {
    clearInterval(beat)
    stop()
    forget()
  })
  write('retry: 3000\n\n')
  reply.header('Content-Type', 'text/event-stream; charset=utf-8').header('X-Accel-Buffering', 'no')
  return reply.send(body)
}
