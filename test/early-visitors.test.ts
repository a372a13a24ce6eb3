import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFrontDoor } from '../src/server/http/front-door.ts'
import { startTestApp } from './harness/app.ts'

test('whoever asks again and again while the product starts is answered each time, and it comes up', async () => {
  const webFolder = await mkdtemp(join(tmpdir(), 'opora-web-'))
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>Опора</title>')
  const door = await openFrontDoor({ host: '127.0.0.1', port: 0, tls: null })
  const seen = new Set<number>()
  let isUp = false
  const visitor = async () => {
    while (!isUp)
      for (const path of ['/', '/nowhere', '/api/me', '/healthz'])
        seen.add((await fetch(`http://127.0.0.1:${door.port}${path}`)).status)
  }
  const visitors = [visitor(), visitor()]
  const app = await startTestApp({ webFolder, door })
  isUp = true
  await Promise.all(visitors)
  expect(seen).toContain(503)
  expect(seen).not.toContain(500)
  expect((await fetch(`http://127.0.0.1:${door.port}/api/me`)).status).toBe(200)
  await door.close()
  await app.end()
})
