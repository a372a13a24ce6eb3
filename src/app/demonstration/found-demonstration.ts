import type { Role } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import type { MovableClock } from '../../server/clock.ts'
import type { Perform } from '../perform.ts'
import { adoptOrder } from './adopt-order.ts'
import { foundDistrict, type Settled, settle } from './found-district.ts'
import { liveThrough } from './live-through.ts'
import { coordinator, head, others } from './people.ts'

export type DemoLink = { role: Role; name: string; url: string }

/** The day on which the demonstration's coordinator begins: the order was signed the day before. */
export const DEMO_BEGINS = day(2026, 2, 10)

/** A fictional district some months into its project, and a link for everyone in it. */
export async function foundDemonstration(perform: Perform, clock: MovableClock, url: string): Promise<DemoLink[]> {
  const { region, authority } = await foundDistrict(perform)
  const runs = await settle(perform, coordinator, authority)
  const controls = await settle(perform, head, authority)
  const adopted = await adoptOrder(perform, runs.actor)
  const settled: Settled[] = [runs, controls]
  for (const person of others) {
    const place = person.at === 'region' ? region : person.at === 'authority' ? authority : adopted.schools[person.at]
    if (place) settled.push(await settle(perform, person, place))
  }
  const directors = settled.filter(({ person }) => person.roles.includes('school_head')).map(({ actor }) => actor)
  await liveThrough({ perform, clock, adopted, authority, coordinator: runs.actor, head: controls.actor, directors })
  return settled.flatMap(({ person, token }) =>
    person.roles.map((role) => ({ role, name: `${person.name}, ${person.position}`, url: `${url}/link#${token}` })),
  )
}
