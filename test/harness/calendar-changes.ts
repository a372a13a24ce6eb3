import { calendarContract } from '../../src/features/calendar/contract.ts'
import { createOrganisation } from '../../src/features/organisations/service.ts'
import type { OrganisationId } from '../../src/kernel/id.ts'
import { newId } from '../../src/kernel/id.ts'
import type { Change, Stage } from './changes.ts'

const holidays = { kind: 'holidays' as const, title: 'Осенние каникулы', startsOn: '2024-10-26', endsOn: '2024-11-04' }
const sunday = { day: '2024-03-31', isWorking: true, reason: 'приказ № 7' }

/** Calls that change a calendar, each on one of an authority that was made for it. */
export const calendarChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'calendar.addCalendarDay': async (stage) => ({
    as: 'chief',
    input: { organisationId: await freshAuthority(stage), ...sunday },
  }),
  'calendar.changeCalendarDay': async (stage) => {
    const organisationId = await freshAuthority(stage)
    const { body } = await stage.as('chief').call(calendarContract.addCalendarDay, { organisationId, ...sunday })
    return { as: 'chief', input: { id: body.id, rowVersion: 1, isWorking: null, reason: 'отменено' } }
  },
  'calendar.addCalendarPeriods': async (stage) => ({
    as: 'chief',
    input: { organisationId: await freshAuthority(stage), periods: [holidays] },
  }),
  'calendar.changeCalendarPeriod': async (stage) => {
    const title = 'Осенние каникулы, перенесены'
    return { as: 'chief', input: { ...(await freshPeriod(stage)), ...holidays, title } }
  },
  'calendar.removeCalendarPeriod': async (stage) => ({ as: 'chief', input: await freshPeriod(stage) }),
  'calendar.setDayOffRule': async (stage) => {
    const organisationId = await freshAuthority(stage)
    return { as: 'chief', input: { organisationId, rowVersion: 1, rule: 'after' } }
  },
}

async function freshPeriod(stage: Stage) {
  const organisationId = await freshAuthority(stage)
  const said = { organisationId, periods: [holidays] }
  const { body } = await stage.as('chief').call(calendarContract.addCalendarPeriods, said)
  return { id: body.ids[0], rowVersion: 1 }
}

async function freshAuthority({ opora, district }: Stage): Promise<OrganisationId> {
  const name = `Управление ${newId()}`
  const made = await opora.perform({ kind: 'operator' }, (work) =>
    createOrganisation(work, { kind: 'authority', parent: district.region, shortName: name, fullName: name }),
  )
  return made.id
}
