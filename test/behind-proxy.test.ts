import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { ORIGIN, startTestApp } from './harness/app.ts'

const { opora, district } = await startTestApp({ secure: true, trustProxy: true })
const headers = { host: new URL(ORIGIN).host, origin: ORIGIN }

test('whoever invents addresses before the proxy adds hers is counted by her own', async () => {
  const statuses: number[] = []
  for (let attempt = 0; attempt < 22; attempt++) {
    const answer = await opora.api.inject({
      method: 'POST',
      url: '/api/sessions',
      headers: { ...headers, 'x-forwarded-for': `203.0.113.${attempt}, 198.51.100.7` },
      payload: { login: `nobody ${attempt}`, password: 'wrong password' },
    })
    statuses.push(answer.statusCode)
  }
  expect(statuses.indexOf(429)).toBe(20)
})

test('over https a session under the plain name, which a neighbouring host could plant, is nobody', async () => {
  const status = async (name: string) => {
    const cookie = `${name}=${district.cookies.director}`
    return (await opora.api.inject({ url: '/api/sessions', headers: { ...headers, cookie } })).statusCode
  }
  expect(await status('__Host-opora')).toBe(200)
  expect(await status('opora')).toBe(401)
})

test('of a thousand unknown names in an input the refusal repeats only the first', async () => {
  const payload = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`name${index}`, 1]))
  const answer = await opora.api.inject({ method: 'POST', url: '/api/set-up', headers, payload })
  expect(answer.statusCode).toBe(400)
  expect(answer.body.length).toBeLessThan(5000)
})

test('bytes that are no request are answered with the security headers', async () => {
  const { port } = new URL(await opora.api.listen({ host: '127.0.0.1', port: 0 }))
  const answer = await new Promise<string>((resolve) => {
    let text = ''
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('no request\r\n\r\n'))
    socket.on('data', (piece) => {
      text += piece
    })
    socket.on('close', () => resolve(text))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request/)
  expect(answer).toContain("frame-ancestors 'none'")
  expect(answer).toContain('nosniff')
})
