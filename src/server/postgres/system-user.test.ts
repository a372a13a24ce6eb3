import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { databaseUser, isRoot, refuseUnreachable } from './system-user.ts'

test.runIf(isRoot())('as root the database has a user of its own, and a folder closed to it is refused', async () => {
  const user = await databaseUser()
  assert.ok(user && user.uid > 0)
  const closed = await mkdtemp(join(tmpdir(), 'opora-closed-'))
  await mkdir(join(closed, 'data'))
  await assert.rejects(refuseUnreachable(join(closed, 'data'), user), /недоступна системному пользователю opora/)
  await chmod(closed, 0o711)
  await refuseUnreachable(join(closed, 'data'), user)
  await rm(closed, { recursive: true })
})

test.runIf(!isRoot())('an ordinary user runs the database as herself', async () => {
  assert.equal(await databaseUser(), undefined)
})
