import { and, eq, isNull } from 'drizzle-orm'
import { addDays, type Day, dayAt } from '../../kernel/day.ts'
import { newId, type OrganisationId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Service, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { loadToChange } from './change-over-time.service.ts'
import { type CodeScheme, codeFault, plainCode } from './code.ts'
import type { organisationsContract } from './contract.ts'
import { changeRow } from './service.ts'
import { organisationCodes } from './tables.ts'
import './words.ts'

export const codesService: Pick<Service<typeof organisationsContract>, 'setCode'> = {
  async setCode(work, { id, rowVersion, scheme, value, validFrom }) {
    const before = await loadToChange(work, id)
    const code = value === null ? null : plainCode(value)
    const fault = code === null ? null : codeFault(scheme, code)
    refuseUnless(!fault, 'unprocessable', `organisation.code-${fault ?? 'too-long'}`)
    const after = await changeRow(work, { id, rowVersion }, {})
    const today = dayAt(work.now, before.timeZone)
    const change = await replaceCode(work, { organisationId: id, scheme, value: code, validFrom, today })
    await record(work, { action: 'organisation.code-set', subjectId: id, organisationId: id, ...change })
    return after
  },
}

type Wanted = {
  organisationId: OrganisationId
  scheme: CodeScheme
  value: string | null
  validFrom: Day | null
  today: Day
}

/** The code in force ends the day before the new one begins; a new one without a day mends what was mistyped. */
async function replaceCode(work: Work, { organisationId, scheme, value, validFrom, today }: Wanted) {
  const inForce = and(
    eq(organisationCodes.organisationId, organisationId),
    eq(organisationCodes.scheme, scheme),
    isNull(organisationCodes.validTo),
  )
  const [before] = await work.db.select().from(organisationCodes).where(inForce)
  if (before && value !== null && validFrom === null) {
    const [after] = await work.db.update(organisationCodes).set({ value }).where(inForce).returning()
    return { before, after }
  }
  const lastDay = addDays(validFrom ?? today, -1)
  if (before) {
    refuseUnless(before.validFrom === null || before.validFrom <= lastDay, 'conflict', 'organisation.that-day-taken')
    await work.db.update(organisationCodes).set({ validTo: lastDay }).where(inForce)
  }
  if (value === null) return { before, after: { scheme, validTo: lastDay } }
  const row = { organisationId, scheme, value, validFrom, recordedAt: work.now }
  const [after] = await work.db
    .insert(organisationCodes)
    .values({ ...row, id: newId() })
    .returning()
  return { before, after }
}
