import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { type Actor, personIdOf } from '../../kernel/actor.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { UPLOAD_LENGTH, UPLOAD_OFFSET } from '../../kernel/upload.ts'
import type { Received } from '../file-store.ts'
import type { Incoming } from '../incoming.ts'

const BYTES_IN_MB = 1024 * 1024

/** Uploads of one person that lie broken off; more than a weak link ever leaves in a day. */
const MOST_BROKEN_OFF = 10

export type Receiving = { actor: Actor; maxBytes: number; incoming: Incoming }

/**
 * Streams a raw body to disk, hashing it on the way; refuses by its declared size before reading a byte. A body that
 * says where it begins goes on behind what has arrived under its repeat key, and what a broken link brought stays.
 */
export async function receive(request: FastifyRequest, { actor, maxBytes, incoming }: Receiving): Promise<Received> {
  const piece = pieceOf(request, actor)
  const declared = Number(request.headers['content-length'] ?? 0)
  refuseUnless(
    Math.max((piece?.from ?? 0) + declared, piece?.whole ?? 0) <= maxBytes,
    'too-large',
    'server.too-large',
    {
      params: limitOf(maxBytes),
    },
  )
  refuseUnless(request.body instanceof Readable, 'invalid', 'server.bad-input')
  if (!piece) return receiveAtOnce(request.body, { maxBytes, incoming })

  const place = incoming.placeOf(piece.sender, piece.key)
  const arrived = await incoming.settle(place)
  refuseUnless(arrived === piece.from, 'conflict', 'server.wrong-offset', { current: { size: arrived } })
  const isRoom = arrived > 0 || (await incoming.countOf(piece.sender)) < MOST_BROKEN_OFF
  refuseUnless(isRoom, 'too-many', 'server.too-many')
  const body = request.body
  const release = incoming.hold(place, () => body.destroy())
  try {
    const most = piece.whole - arrived
    const tooMuch = new Refusal('invalid', 'server.bad-input')
    const size = arrived + (await write(body, { place, from: arrived, most, tooMuch }))
    refuseUnless(size === piece.whole, 'invalid', 'server.cut-short')
    return await takeAway(place, piece.whole, incoming)
  } finally {
    release()
  }
}

/**
 * A copy under a name that nobody else knows, hashed as it was copied: whoever still writes to the place of the pieces
 * changes nothing of it any more.
 */
async function takeAway(place: string, whole: number, incoming: Incoming): Promise<Received> {
  const own = incoming.freshPlace()
  const hash = createHash('sha256')
  let size = 0
  const copy = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      size += piece.length
      hash.update(piece)
      yield piece
    }
  }
  try {
    await pipeline(createReadStream(place), copy, createWriteStream(own, { flags: 'wx', mode: 0o600 }))
    refuseUnless(size === whole, 'invalid', 'server.cut-short')
  } catch (error) {
    await incoming.clear(own)
    if (isNoRoom(error)) throw new Refusal('no-room', 'server.no-room')
    throw error
  }
  await incoming.clear(place)
  return { path: own, sha256: hash.digest('hex'), size }
}

async function receiveAtOnce(body: Readable, { maxBytes, incoming }: Omit<Receiving, 'actor'>): Promise<Received> {
  const place = incoming.freshPlace()
  const hash = createHash('sha256')
  try {
    const tooMuch = new Refusal('too-large', 'server.too-large', { params: limitOf(maxBytes) })
    const size = await write(body, { place, hash, from: 0, most: maxBytes, tooMuch })
    return { path: place, sha256: hash.digest('hex'), size }
  } catch (error) {
    await incoming.clear(place)
    throw error
  }
}

type Writing = { place: string; hash?: Hash; from: number; most: number; tooMuch: Refusal }

/** Writes the body from this byte on, as far as the disk itself, and answers how many bytes came. */
async function write(body: Readable, { place, hash, from, most, tooMuch }: Writing): Promise<number> {
  const file = await open(place, from === 0 ? 'w' : 'r+', 0o600)
  let size = 0
  let isFull = false
  try {
    for await (const chunk of chunksOf(body)) {
      size += chunk.length
      if (size > most) throw tooMuch
      hash?.update(chunk)
      // The rest is still heard: whoever is cut off while speaking never reads why.
      if (!isFull) isFull = !(await fits(file, chunk, from + size - chunk.length))
    }
    if (!isFull) await file.sync()
  } finally {
    await file.close()
  }
  if (!isFull) return size
  await rm(place, { force: true })
  throw new Refusal('no-room', 'server.no-room')
}

async function* chunksOf(body: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body) yield chunk
  } catch {
    throw new Refusal('invalid', 'server.cut-short') // whatever broke, the link did
  }
}

async function fits(file: FileHandle, chunk: Buffer, position: number): Promise<boolean> {
  try {
    await file.write(chunk, 0, chunk.length, position)
    return true
  } catch (error) {
    if (isNoRoom(error)) return false
    throw error
  }
}

type Piece = { sender: string; key: string; from: number; whole: number }

/** Null where the body is the whole file at once: no offset was named, or nobody is known to continue it. */
function pieceOf({ headers }: FastifyRequest, actor: Actor): Piece | null {
  const sender = personIdOf(actor)
  const key = headers['idempotency-key']
  if (headers[UPLOAD_OFFSET] === undefined || sender === null || typeof key !== 'string') return null
  const [from, whole] = [Number(headers[UPLOAD_OFFSET]), Number(headers[UPLOAD_LENGTH])]
  refuseUnless(isCount(from) && isCount(whole) && from <= whole, 'invalid', 'server.bad-input')
  return { sender, key, from, whole }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function limitOf(maxBytes: number) {
  return { limit: Math.round(maxBytes / BYTES_IN_MB) }
}

function isNoRoom(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}
