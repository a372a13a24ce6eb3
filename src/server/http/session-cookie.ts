import type { FastifyReply, FastifyRequest } from 'fastify'

const PLAIN = 'opora'
const SECURE = '__Host-opora'
const YEAR_SECONDS = 365 * 24 * 3600

/** The session's token. Over https only the name counts that no neighbouring host can plant. */
export function sessionOf(request: FastifyRequest, secure: boolean): string | null {
  return request.cookies[secure ? SECURE : PLAIN] ?? null
}

/** `__Host-` needs https; on plain loopback the name goes without it. The session itself ends on the server. */
export function setSession(reply: FastifyReply, token: string, secure: boolean) {
  reply.setCookie(secure ? SECURE : PLAIN, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: YEAR_SECONDS,
  })
}

export function clearSession(reply: FastifyReply, secure: boolean) {
  reply.clearCookie(secure ? SECURE : PLAIN, { path: '/', httpOnly: true, sameSite: 'lax', secure })
}
