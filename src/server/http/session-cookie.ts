import type { FastifyReply, FastifyRequest } from 'fastify'

const PLAIN = 'opora'
const SECURE = '__Host-opora'
const DEVICE = '-device'
const YEAR_SECONDS = 365 * 24 * 3600

/** The session's token. Over https only the name counts that no neighbouring host can plant. */
export function sessionOf(request: FastifyRequest, secure: boolean): string | null {
  return request.cookies[nameOf(secure)] ?? null
}

/** `__Host-` needs https; on plain loopback the name goes without it. The session itself ends on the server. */
export function setSession(reply: FastifyReply, token: string, secure: boolean) {
  keep(reply, nameOf(secure), { value: token, secure })
}

export function clearSession(reply: FastifyReply, secure: boolean) {
  reply.clearCookie(nameOf(secure), { path: '/', httpOnly: true, sameSite: 'lax', secure })
}

/** What the browser brings along to show who has signed in there before; it outlives every session and opens nothing. */
export function deviceMarkOf(request: FastifyRequest, secure: boolean): string | null {
  return request.cookies[nameOf(secure) + DEVICE] ?? null
}

export function setDeviceMark(reply: FastifyReply, mark: string, secure: boolean) {
  keep(reply, nameOf(secure) + DEVICE, { value: mark, secure })
}

function nameOf(secure: boolean): string {
  return secure ? SECURE : PLAIN
}

function keep(reply: FastifyReply, name: string, { value, secure }: { value: string; secure: boolean }) {
  reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR_SECONDS })
}
