import assert from 'node:assert/strict'
import { test } from 'vitest'
import { openReadingRoom } from './reading-room.ts'

/** A worker of this program: what it does with a request is the request itself. */
const script = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', (request) => {
  if (request === 'spin') for (;;);
  if (request === 'swell') { const kept = []; for (;;) kept.push(new Array(100000).fill(request)) }
  if (request === 'fall') throw new Error('a fault of ours')
  if (request === 'leave') process.exit(0)
  parentPort.postMessage(request === 'refuse' ? { kind: 'refused', reason: 'empty' } : { kind: 'answer', answer: request })
})
parentPort.postMessage({ kind: 'ready' })
`
const room = openReadingRoom<unknown>(new URL(`data:text/javascript,${encodeURIComponent(script)}`))

test('papers are read one after another and beside each other', async () => {
  assert.deepEqual(await room.read('one'), { answer: 'one' })
  const many = await Promise.all(['two', 'three', 'four', 'refuse', 'five'].map((request) => room.read(request)))
  assert.deepEqual(many, [
    { answer: 'two' },
    { answer: 'three' },
    { answer: 'four' },
    { refused: 'empty' },
    { answer: 'five' },
  ])
})

test('a reading that does not end is ended, and the next paper is read', async () => {
  assert.deepEqual(await room.read('spin'), { refused: 'too-slow' })
  assert.deepEqual(await room.read('after'), { answer: 'after' })
})

test('a reading that eats its memory is ended without harm to the process', async () => {
  assert.deepEqual(await room.read('swell'), { refused: 'too-slow' })
  assert.deepEqual(await room.read('after'), { answer: 'after' })
})

test('a fault of ours is not taken for a fault of the file', async () => {
  await assert.rejects(room.read('fall'), /a fault of ours/)
  await assert.rejects(room.read('leave'), /without an answer/)
  assert.deepEqual(await room.read('after'), { answer: 'after' })
})
