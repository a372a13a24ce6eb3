import { createReadStream } from 'node:fs'
import type { FastifyReply } from 'fastify'
import type { Download } from '../work.ts'

/** Sends a file under its own name, Cyrillic included. */
export function sendDownload(reply: FastifyReply, file: Download) {
  const name = encodeURIComponent(file.name).replaceAll("'", '%27')
  reply.header('Content-Disposition', `${file.disposition ?? 'attachment'}; filename*=UTF-8''${name}`)
  reply.header('Cache-Control', 'private, no-store')
  reply.type(file.type)
  if ('bytes' in file) return reply.send(Buffer.from(file.bytes))
  reply.header('Content-Length', file.size)
  return reply.send(createReadStream(file.path))
}
