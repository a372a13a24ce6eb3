import { expect, test } from 'vitest'
import { nearestRussianZone, russianZones } from './time-zones.ts'

const noon = new Date('2024-02-13T12:00:00Z')

test('Russia has eleven time zones, each with a clock of its own', () => {
  const clocks = russianZones.map((timeZone) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(noon),
  )
  expect(new Set(clocks).size).toBe(11)
})

test('a city without a line of its own gets the zone that shows its time', () => {
  expect(nearestRussianZone('Asia/Yekaterinburg', noon)).toBe('Asia/Yekaterinburg')
  expect(nearestRussianZone('Asia/Novosibirsk', noon)).toBe('Asia/Krasnoyarsk')
  expect(nearestRussianZone('Asia/Chita', noon)).toBe('Asia/Yakutsk')
})

test('a computer with a foreign clock is offered Moscow', () => {
  expect(nearestRussianZone('America/Chicago', noon)).toBe('Europe/Moscow')
})
