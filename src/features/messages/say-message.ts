import type { MessageEvent } from './message.ts'
import type { Said } from './said.ts'

type Told = { event: MessageEvent; said: Said }

const gathered = ['submitted', 'returned', 'accepted', 'reminded', 'deadline-near', 'deadline-passed'] as const

/** Which sentence tells of it, and with which values; `sayDay` writes a day as the reader's language does. */
export function sentenceOf({ event, said }: Told, sayDay: (day: string) => string) {
  const { number = '', title = '', day, organisation = '', comment = '', count = 1 } = said
  const many = count > 1 ? gathered.find((one) => one === event) : undefined
  const key = many ? (`${many}.many` as const) : event
  const what = `${number} ${title}`.trim()
  return { key, values: { what, organisation, comment, count, day: day ? sayDay(day) : '' } }
}
