import { listReachable } from '../../features/access/person-actors.service.ts'
import { listDates } from '../../features/assignments/list-dates.service.ts'
import { findFeedReader } from '../../features/messages/feed.service.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { actFor } from '../../server/act-for.ts'
import type { Service } from '../../server/work.ts'
import type { calendarContract } from './calendar-contract.ts'
import { calendarFile } from './calendar-file.ts'

const READERS_AT_ONE_ADDRESS = 600
const IN_SECONDS = 60

/** The calendar of whoever a secret link belongs to: what she may see today, and nothing once she may not. */
export function calendarService({ publicUrl }: { publicUrl: string }): Service<typeof calendarContract> {
  return {
    async readCalendar(work, { token }) {
      await work.limit(`calendar:${work.address}`, READERS_AT_ONE_ADDRESS, IN_SECONDS)
      const house = { ...work, actor: { kind: 'job' as const, name: 'messages.calendar' } }
      const personId = await findFeedReader(house, token)
      const [reader] = personId ? await listReachable(house, [personId]) : []
      const isHere = reader && reader.actor.memberships.length > 0
      refuseUnless(isHere, 'missing', 'letters.feed-unknown')
      const dates = await actFor(house, reader.actor, listDates)
      const bytes = Buffer.from(calendarFile({ dates, now: work.now, publicUrl, language: reader.language }))
      return { name: 'opora.ics', type: 'text/calendar; charset=utf-8', disposition: 'inline', bytes }
    },
  }
}
