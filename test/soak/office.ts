import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { accessContract } from '../../src/features/access/contract.ts'
import { assignmentsContract } from '../../src/features/assignments/contract.ts'
import { organisationsContract } from '../../src/features/organisations/contract.ts'
import { type Endpoint, requestOf } from '../../src/kernel/contract.ts'

/** Something that was or was not acknowledged; sent again with its key it is written once. */
export type Written = { kind: 'school' | 'letter'; key: string; name: string; bytes?: Buffer }

/** The product as it is started for an office, in a process of its own that can be killed. */
export type Office = {
  folder: string
  start(): Promise<void>
  untilReady(): Promise<void>
  /** The status of the answer; throws where none came. */
  send(written: Written): Promise<number>
  kill(): Promise<void>
  close(): Promise<void>
}

const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url))
const READY_WITHIN_MS = 60_000

/** Started for the first time and set up; `send` speaks as its coordinator. */
export async function openOffice(folder: string): Promise<Office> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess
  let said = () => ''
  let cookie = ''
  let parentId = ''
  const ask = (endpoint: Endpoint, input: Record<string, unknown>, key: string, bytes?: Buffer) => {
    const { path, body } = requestOf(endpoint, input)
    return fetch(`${url}${path}`, {
      method: endpoint.method,
      headers: {
        origin: url,
        cookie,
        ...(endpoint.method !== 'GET' && { 'idempotency-key': key }),
        ...(bytes ? { 'content-type': 'application/octet-stream' } : body && { 'content-type': 'application/json' }),
      },
      ...(bytes ? { body: new Uint8Array(bytes) } : body && { body }),
    })
  }
  const start = async () => {
    const started = await startServer(folder, port)
    child = started.child
    said = started.said
    return started.links
  }
  const [link = ''] = await start()
  const setUp = {
    ...{
      token: link.split('#')[1],
      name: 'Анна Петровна',
      position: 'методист',
      authorityName: 'Управление образования',
    },
    ...{ timeZone: 'Asia/Yekaterinburg', login: 'anna', password: 'четыре слова подряд тут' },
  }
  const done = await ask(accessContract.setUp, setUp, 'set-up')
  if (done.status !== 200) throw new Error(`set-up was answered ${done.status}: ${await done.text()}`)
  cookie = done.headers.getSetCookie().map((one) => one.split(';')[0])[0] ?? ''
  const me = accessContract.loadMe.output.parse(await (await ask(accessContract.loadMe, {}, '')).json())
  parentId = me.person?.memberships[0]?.organisationId ?? ''

  return {
    folder,
    start: async () => void (await start()),
    async untilReady() {
      const end = performance.now() + READY_WITHIN_MS
      while ((await fetch(`${url}/healthz/ready`).catch(() => null))?.status !== 200) {
        if (performance.now() > end) throw new Error(`it was not ready in a minute:\n${said()}`)
        await new Promise((later) => setTimeout(later, 50))
      }
    },
    async send({ kind, key, name, bytes }) {
      const answer =
        kind === 'school'
          ? await ask(organisationsContract.addOrganisation, { kind, parentId, shortName: name, fullName: name }, key)
          : await ask(assignmentsContract.keepLetterFile, { name }, key, bytes)
      await answer.arrayBuffer() // an answer that breaks off is none
      return answer.status
    },
    async kill() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGINT')
      await ended
    },
  }
}

async function startServer(
  folder: string,
  port: number,
): Promise<{ child: ChildProcess; links: string[]; said(): string }> {
  const { DATABASE_URL: _app, DATABASE_OWNER_URL: _owner, ...env } = process.env
  const args = [SERVER, '--json', '--port', String(port), '--data', folder]
  const child = spawn(process.execPath, args, {
    env: { ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  let out = ''
  await new Promise<void>((ready, fail) => {
    child.stdout.on('data', (text) => {
      out += text
      if (out.includes('\n')) ready()
    })
    child.once('exit', (code) => fail(new Error(`Opora ended with ${code} before it was ready:\n${said}`)))
  })
  const links: { url: string }[] = JSON.parse(out).links
  return { child, links: links.map((link) => link.url), said: () => said }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
