import { expect, test } from 'vitest'
import { newNonce, pagePolicy, securityHeaders } from './security-headers.ts'

test('only a public name behind TLS is told to be asked under TLS from now on', () => {
  expect(securityHeaders(true)['strict-transport-security']).toBe('max-age=15552000')
  expect(securityHeaders(false)).not.toHaveProperty('strict-transport-security')
})

test('a page lets through the styles of its own nonce, and of no other', () => {
  const [nonce, next] = [newNonce(), newNonce()]
  expect(nonce).toMatch(/^[0-9a-f]{32}$/)
  expect(next).not.toBe(nonce)
  const directives = pagePolicy(nonce).split(';')
  expect(directives).toContain(`style-src 'self' 'nonce-${nonce}'`)
  expect(directives).toContain("script-src 'self'")
})
