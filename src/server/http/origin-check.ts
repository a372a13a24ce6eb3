import type { FastifyRequest } from 'fastify'
import { refuseUnless } from '../../kernel/refusal.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    fromOutside?: boolean
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i

/** A change comes from our own page or not at all: same Origin, no cross-site fetch, no plain form. */
export function refuseForeignOrigin(request: FastifyRequest) {
  if (SAFE.has(request.method) || request.routeOptions.config.fromOutside) return
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  refuseUnless(origin && hostOf(origin) === host, 'forbidden', 'server.foreign-origin')
  refuseUnless(site === undefined || site === 'same-origin', 'forbidden', 'server.foreign-origin')
  refuseUnless(!FORM_TYPES.test(request.headers['content-type'] ?? ''), 'forbidden', 'server.foreign-origin')
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
