import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'vitest'
import { isAbandoned, lockFolder } from './folder-lock.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-lock-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a folder is given to one Opora, and to the next after it is released', async () => {
  const lock = await lockFolder(folder)
  await assert.rejects(lockFolder(folder), new RegExp(`другая Опора \\(процесс ${process.pid}\\)`))
  await lock.release()
  await (await lockFolder(folder)).release()
  assert.deepEqual(await readdir(folder), [])
})

test('of several that come at once exactly one gets a folder left by a killed process', async () => {
  await writeFile(join(folder, 'opora.lock'), '999999999 1')
  assert.equal(await isAbandoned(folder), true)
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => lockFolder(folder)))
  assert.equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 1)
})

test.runIf(process.platform !== 'win32')(
  'a number given out again to another process does not hold the folder',
  async () => {
    await writeFile(join(folder, 'opora.lock'), `${process.pid} long ago`)
    await (await lockFolder(folder)).release()
  },
)

test('an unreadable lock holds nobody up', async () => {
  await writeFile(join(folder, 'opora.lock'), '')
  await (await lockFolder(folder)).release()
})
