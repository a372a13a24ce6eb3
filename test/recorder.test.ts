import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import {
  isHere,
  kernelTells,
  kernelWritingInto,
  listHostsOutside,
  listReached,
  recordingInto,
} from './harness/recorder/connections.ts'

const execute = promisify(execFile)
const folder = await mkdtemp(join(tmpdir(), 'opora-recorder-'))

afterAll(() => rm(folder, { recursive: true }))

// Addresses and names that exist nowhere: 192.0.2.0/24 is set aside for documents, .invalid for what is no name.
const WAYS: Record<string, [program: string, host: string]> = {
  fetch: ["fetch('http://192.0.2.1/').catch(() => 0)", '192.0.2.1'],
  net: ["require('net').connect(9, '192.0.2.2').on('error', () => 0)", '192.0.2.2'],
  tls: ["require('tls').connect({ host: '192.0.2.3', port: 9 }).on('error', () => 0)", '192.0.2.3'],
  http: ["require('http').get('http://192.0.2.4/').on('error', () => 0)", '192.0.2.4'],
  datagram: ["require('dgram').createSocket('udp4').on('error', () => 0).send('x', 9, '192.0.2.5')", '192.0.2.5'],
  lookup: ["require('dns').lookup('one.invalid', () => 0)", 'one.invalid'],
  resolve: ["require('dns').promises.resolve4('two.invalid').catch(() => 0)", 'two.invalid'],
  'imported lookup': [
    "import('node:dns/promises').then(({ lookup }) => lookup('three.invalid')).catch(() => 0)",
    'three.invalid',
  ],
}

const ended = 'setTimeout(() => process.exit(), 500)'

test.each(Object.entries(WAYS))('whom a process reaches by %s is written down', async (way, [program, host]) => {
  const file = join(folder, `${way}.hosts`)
  const env = { ...process.env, ...recordingInto(file) }
  await execute(process.execPath, ['-e', `${program}; ${ended}`], { env })
  expect(listHostsOutside(file)).toContain(host)
})

test('a worker is watched as well, and what stays on this computer is nobody outside', async () => {
  const file = join(folder, 'worker.hosts')
  const near = "require('net').connect(9, '127.0.0.1').on('error', () => 0)"
  const inWorker = JSON.stringify(WAYS.net?.[0])
  const program = `new (require('worker_threads').Worker)(${inWorker}, { eval: true, execArgv: [] }); ${near}; ${ended}`
  await execute(process.execPath, ['-e', program], { env: { ...process.env, ...recordingInto(file) } })
  expect(listHostsOutside(file)).toEqual(['192.0.2.2'])
})

test.runIf(kernelTells)('the kernel tells of all that a process and its children reach', async () => {
  const file = join(folder, 'calls.txt')
  const child =
    "require('dgram').createSocket('udp6').on('error', () => 0).send('x', 9, '2001:db8::1'); setTimeout(() => process.exit(), 500)"
  const program = `${WAYS.net?.[0]}; require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}]); setTimeout(() => process.exit(), 3000)`
  const [command = '', ...args] = [...kernelWritingInto(file), process.execPath, '-e', program]
  await execute(command, args)
  await expect
    .poll(() => listReached(file).filter(({ address }) => !isHere(address)))
    .toEqual([
      { address: '192.0.2.2', port: 9 },
      { address: '2001:db8::1', port: 9 },
    ])
})
