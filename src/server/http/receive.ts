import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { Received } from '../file-store.ts'

const BYTES_IN_MB = 1024 * 1024

/** Streams a raw body to disk, hashing it on the way; refuses by its declared size before reading a byte. */
export async function receive(request: FastifyRequest, maxBytes: number, folder: string): Promise<Received> {
  const declared = Number(request.headers['content-length'] ?? 0)
  refuseUnless(declared <= maxBytes, 'too-large', 'server.too-large', limitOf(maxBytes))
  refuseUnless(request.body instanceof Readable, 'invalid', 'server.bad-input')

  const path = join(folder, randomUUID())
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      size += chunk.length
      hash.update(chunk)
      pass(size > maxBytes ? new Refusal('too-large', 'server.too-large', limitOf(maxBytes)) : null, chunk)
    },
  })
  try {
    await pipeline(request.body, measure, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    if (error instanceof Refusal) throw error
    if (isNoRoom(error)) throw new Refusal('no-room', 'server.no-room')
    throw new Refusal('invalid', 'server.cut-short')
  }
  return { path, sha256: hash.digest('hex'), size }
}

function limitOf(maxBytes: number) {
  return { params: { limit: Math.round(maxBytes / BYTES_IN_MB) } }
}

function isNoRoom(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}
