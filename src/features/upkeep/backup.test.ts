import assert from 'node:assert/strict'
import { test } from 'vitest'
import { isDue, lastMomentOf, nextMomentOf, warningOf } from './backup.ts'

const CHELYABINSK = 'Asia/Yekaterinburg'
const at = (text: string) => new Date(text)

test('half past three at night in Chelyabinsk is 22:30 of the day before in UTC', () => {
  const evening = at('2024-02-14T15:00:00Z')
  assert.deepEqual(lastMomentOf('03:30', CHELYABINSK, evening), at('2024-02-13T22:30:00Z'))
  assert.deepEqual(nextMomentOf('03:30', CHELYABINSK, evening), at('2024-02-14T22:30:00Z'))
})

test('at the very minute it is time, and the next time is tomorrow', () => {
  const minute = at('2024-02-13T22:30:00Z')
  assert.deepEqual(lastMomentOf('03:30', CHELYABINSK, minute), minute)
  assert.deepEqual(nextMomentOf('03:30', CHELYABINSK, minute), at('2024-02-14T22:30:00Z'))
})

test.each(['Europe/Kaliningrad', 'Asia/Kamchatka', 'UTC'])(
  'in %s the next time is never more than a day away',
  (zone) => {
    for (let hour = 0; hour < 48; hour++) {
      const now = new Date(Date.UTC(2024, 1, 28, hour, 17))
      const [last, next] = [lastMomentOf('03:30', zone, now), nextMomentOf('03:30', zone, now)]
      assert.equal(next.getTime() - last.getTime(), 24 * 3600_000)
      assert.ok(last <= now && now < next)
    }
  },
)

test('a copy that was missed while the computer was off is due, one that was asked for is not', () => {
  const planned = at('2024-02-13T22:30:00Z')
  assert.equal(isDue(planned, null), true)
  assert.equal(isDue(planned, at('2024-02-12T22:31:00Z')), true)
  assert.equal(isDue(planned, at('2024-02-13T22:30:00Z')), false)
})

test('a warning is given after three days without a good copy, or after a try that failed', () => {
  const now = at('2024-02-14T06:00:00Z')
  const since = at('2024-01-01T00:00:00Z')
  assert.equal(warningOf(now, { goodAt: at('2024-02-11T07:00:00Z'), lastFailed: false, since }), 'none')
  assert.equal(warningOf(now, { goodAt: at('2024-02-11T05:00:00Z'), lastFailed: false, since }), 'old')
  assert.equal(warningOf(now, { goodAt: at('2024-02-14T05:00:00Z'), lastFailed: true, since }), 'failed')
  assert.equal(warningOf(now, { goodAt: null, lastFailed: false, since: at('2024-02-13T05:00:00Z') }), 'none')
  assert.equal(warningOf(now, { goodAt: null, lastFailed: false, since }), 'old')
})
