import { addDays, type Day } from '../../kernel/day.ts'
import type { Chance } from './chance.ts'

export const TIME_ZONE = 'Asia/Yekaterinburg'
const OFFSET = '+05:00'

/** A moment of that day's office hours, on the region's clock. */
export function workingMoment(chance: Chance, on: Day): Date {
  const [hour, minute, second] = [chance.whole(8, 17), chance.whole(0, 59), chance.whole(0, 59)].map(twoDigits)
  return new Date(`${on}T${hour}:${minute}:${second}${OFFSET}`)
}

/** Some days later, within so many. */
export function later(chance: Chance, from: Day, most: number): Day {
  return addDays(from, chance.whole(0, most))
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
