import { withClient } from './with-client.ts'

/** Deadlines end on the minute, and two processes must end them together. */
const MOST_SECONDS = 5

/** By how many seconds this computer's clock is ahead of the database's, where that matters; null where they agree. */
export async function findClockDrift(url: string, now: () => Date): Promise<number | null> {
  const ahead = await withClient(url, async (client) => {
    const asked = now().getTime()
    const { rows } = await client.query<{ moment: Date }>('select clock_timestamp() as moment')
    const answered = now().getTime()
    return (asked + answered) / 2 - (rows[0]?.moment.getTime() ?? answered)
  })
  const seconds = Math.round(ahead / 1000)
  return Math.abs(seconds) > MOST_SECONDS ? seconds : null
}
