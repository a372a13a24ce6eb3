import type { MessageEvent } from './message.ts'
import type { Said } from './said.ts'

type Told = { event: MessageEvent; said: Said }

const gathered = [
  'submitted',
  'returned',
  'accepted',
  'reminded',
  'plan-changed',
  'consent-asked',
  'deadline-near',
  'deadline-passed',
] as const

/** Which sentence tells of it, and with which values; `sayDay` writes a day as the reader's language does. */
export function sentenceOf({ event, said }: Told, sayDay: (day: string) => string) {
  const { number = '', title = '', day, organisation = '', comment = '', count = 1, remarks = 0 } = said
  const values = { what: `${number} ${title}`.trim(), organisation, comment, count, day: day ? sayDay(day) : '' }
  if (event === 'map-agreed' && remarks > 0) {
    return { key: 'map-agreed.remarks' as const, values: { ...values, count: remarks } }
  }
  const many = count > 1 ? gathered.find((one) => one === event) : undefined
  return { key: many ? (`${many}.many` as const) : event, values }
}
