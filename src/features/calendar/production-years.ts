import { type Day, day, isDay } from '../../kernel/day.ts'

/** What one year's calendar adds to «Saturday and Sunday are free»: free weekdays and working Saturdays. */
export type ProductionYear = {
  year: number
  /** Weekdays on which the five-day week does not work: holidays and days moved to them. */
  daysOff: readonly Day[]
  /** Saturdays that are worked because their rest was moved. */
  workingDays: readonly Day[]
  /** By which the government has moved the days; null: not yet, and only article 112 of the Labour Code speaks. */
  decree: Decree | null
}

export type Decree = { number: string; signedOn: Day }

/** Production calendars of Russia for the five-day week. */
export const productionYears: readonly ProductionYear[] = [
  {
    year: 2023,
    daysOff: days(2023, '01-02 01-03 01-04 01-05 01-06 02-23 02-24 03-08 05-01 05-08 05-09 06-12 11-06'),
    workingDays: [],
    decree: { number: '1505', signedOn: day(2022, 8, 29) },
  },
  {
    year: 2024,
    daysOff: days(
      2024,
      '01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31',
    ),
    workingDays: days(2024, '04-27 11-02 12-28'),
    decree: { number: '1314', signedOn: day(2023, 8, 10) },
  },
  {
    year: 2025,
    daysOff: days(2025, '01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31'),
    workingDays: days(2025, '11-01'),
    decree: { number: '1335', signedOn: day(2024, 10, 4) },
  },
  {
    year: 2026,
    daysOff: days(2026, '01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31'),
    workingDays: [],
    decree: { number: '1466', signedOn: day(2025, 9, 24) },
  },
  {
    year: 2027,
    daysOff: days(2027, '01-01 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-03 05-10 06-14 11-04'),
    workingDays: [],
    decree: null,
  },
]

function days(year: number, monthsAndDays: string): Day[] {
  return monthsAndDays
    .split(' ')
    .map((one) => `${year}-${one}`)
    .filter(isDay)
}
