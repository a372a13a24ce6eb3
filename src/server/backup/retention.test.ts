import assert from 'node:assert/strict'
import { test } from 'vitest'
import { backupNameOf, momentOfBackup } from './backup-name.ts'
import { copiesToKeep } from './retention.ts'

const nights = (count: number) =>
  Array.from({ length: count }, (_, night) => new Date(Date.UTC(2024, 0, 1 + night, 22, 30)))

test('of a year of nights, seven days, four weeks and twelve months are kept', () => {
  const kept = copiesToKeep(nights(366)).map((moment) => moment.toISOString().slice(0, 10))
  assert.deepEqual(kept, [
    ...['2024-12-31', '2024-12-30', '2024-12-29', '2024-12-28', '2024-12-27', '2024-12-26', '2024-12-25'],
    ...['2024-12-22', '2024-12-15'],
    ...['2024-11-30', '2024-10-31', '2024-09-30', '2024-08-31', '2024-07-31', '2024-06-30', '2024-05-31'],
    ...['2024-04-30', '2024-03-31', '2024-02-29', '2024-01-31'],
  ])
})

test('pruned every night or once in a year, the same copies are left', () => {
  let everyNight: Date[] = []
  for (const night of nights(366)) everyNight = copiesToKeep([...everyNight, night])
  assert.deepEqual(everyNight.slice(0, 9), copiesToKeep(nights(366)).slice(0, 9))
  assert.ok(everyNight.length >= 20)
})

test('after a long rest the old copies are still there', () => {
  const old = nights(3)
  assert.equal(copiesToKeep([...old, new Date('2026-05-01T00:00:00Z')]).length, 4)
})

test('a name says when its copy was made, and a foreign name nothing', () => {
  const moment = new Date('2024-02-14T22:30:05Z')
  assert.equal(backupNameOf(moment), 'opora-20240214-223005Z.tar.gz')
  assert.deepEqual(momentOfBackup(backupNameOf(moment)), moment)
  assert.equal(momentOfBackup('opora-20240214-223005Z.tar.gz.part'), null)
  assert.equal(momentOfBackup('../opora-20240214-223005Z.tar.gz'), null)
})
