import { randomBytes } from 'node:crypto'

/** What the browser is told with every answer; written once, because most of an answer's headers never change. */
export function securityHeaders(strictTransport: boolean): Record<string, string> {
  return {
    'content-security-policy': policy("'self'"),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), interest-cohort=()',
    'referrer-policy': 'no-referrer',
    ...(strictTransport && { 'strict-transport-security': 'max-age=15552000' }),
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'SAMEORIGIN',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
  }
}

/** The policy of one page, which lets through the styles that carry its nonce and no others. */
export function pagePolicy(nonce: string): string {
  return policy(`'self' 'nonce-${nonce}'`)
}

/** Fresh for each page: whoever has seen one page knows nothing of the next. */
export function newNonce(): string {
  return randomBytes(16).toString('hex')
}

function policy(styles: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join(';')
}
