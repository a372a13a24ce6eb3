import { and, eq } from 'drizzle-orm'
import type { AuditAction } from '../../kernel/audit-action.ts'
import type { Id, OrganisationId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Service, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { loadOrganisation } from '../organisations/service.ts'
import { signedByKey } from './carry-over.ts'
import * as edits from './edit-understanding.ts'
import type { importsContract } from './import-contract.ts'
import { changedMeanwhile, loadCoordinatedImport, type OrderImport } from './import-order.service.ts'
import { settleLeftover } from './next-year.ts'
import { understandPeriod } from './period.ts'
import { orderImports } from './tables.ts'
import type { Understanding } from './understanding.ts'

type Editing = Pick<
  Service<typeof importsContract>,
  | 'changeHeader'
  | 'changeSection'
  | 'addSection'
  | 'addActivity'
  | 'changeActivity'
  | 'addParticipant'
  | 'changeParticipant'
  | 'decideFinding'
  | 'settleLeftover'
>

export const editing: Editing = {
  changeHeader: (work, { change, ...place }) =>
    editUnderstanding(work, place, { value: { header: change } }, (before) =>
      edits.changeHeader(before, change, readPeriod),
    ),

  changeSection: (work, { section, audience, ...place }) =>
    editUnderstanding(work, place, { value: { section, audience } }, (before) =>
      edits.changeAudience(before, section, audience),
    ),

  addSection: (work, { number, title, ...place }) =>
    editUnderstanding(work, place, { value: { addedSection: { number, title } } }, (before) =>
      edits.addSection(before, { number, title }),
    ),

  addActivity: (work, { section, number, title, ...place }) =>
    editUnderstanding(work, place, { value: { section, number, title } }, (before) =>
      edits.addRow(before, section, { number, title }),
    ),

  changeActivity: (work, { key, change, ...place }) =>
    editUnderstanding(work, place, { value: { key, change } }, (before, imported) =>
      edits.changeRow(before, key, { change, signed: signedByKey(imported.answer).get(key), readPeriod: readTyped }),
    ),

  addParticipant: async (work, { organisationId, shortName, ...place }) => {
    const known = organisationId && (await loadSchool(work, organisationId))
    const names = known ? { shortName: known.shortName, fullName: known.fullName } : { shortName, fullName: shortName }
    const added = { text: '', organisationId, ...names, variant: 'undefined' as const, included: true }
    return editUnderstanding(work, place, { value: { added } }, (before) => edits.addParticipant(before, added))
  },

  changeParticipant: async (work, { participant, change, ...place }) => {
    const known = change.organisationId && (await loadSchool(work, change.organisationId))
    const names = known ? { shortName: known.shortName, fullName: known.fullName } : {}
    const whole = { ...names, ...change }
    return editUnderstanding(work, place, { value: { participant, change: whole } }, (before) =>
      edits.changeParticipant(before, participant, whole),
    )
  },

  decideFinding: (work, { finding, decision, note, ...place }) =>
    editUnderstanding(work, place, { value: { finding, decision, note } }, (before, imported) =>
      imported.answer?.findings[finding] ? edits.decide(before, finding, decision && { decision, note }) : null,
    ),

  settleLeftover: (work, { leftover, answer, ...place }) =>
    editUnderstanding(work, place, { action: 'import.leftover-settled', value: { leftover, answer } }, (before) =>
      settleLeftover(before, leftover, { answer, readPeriod: (words) => readPeriod(words, before) }),
    ),
}

type Place = { id: Id<'orderImport'>; rowVersion: number }
type Trace = { value: unknown; action?: AuditAction }
type Apply = (before: Understanding, imported: OrderImport) => Understanding | null

/** One value changed in the understanding; whoever edited an older one gets the one in force beside her own. */
export async function editUnderstanding(work: Work, { id, rowVersion }: Place, trace: Trace, apply: Apply) {
  const { imported } = await loadCoordinatedImport(work, id)
  refuseUnless(imported.status === 'ready' && imported.understanding, 'conflict', 'import.not-open')
  if (imported.rowVersion !== rowVersion) throw changedMeanwhile(imported)
  const understanding = apply(imported.understanding, imported)
  refuseUnless(understanding, 'missing', 'import.row-missing')
  const [after] = await work.db
    .update(orderImports)
    .set({ understanding, rowVersion: rowVersion + 1 })
    .where(and(eq(orderImports.id, id), eq(orderImports.rowVersion, rowVersion), eq(orderImports.status, 'ready')))
    .returning({ rowVersion: orderImports.rowVersion })
  if (!after) throw changedMeanwhile((await loadCoordinatedImport(work, id)).imported)
  await record(work, {
    action: trace.action ?? 'import.understanding-changed',
    subjectId: id,
    organisationId: imported.authorityId,
    before: { rowVersion },
    after: trace.value,
  })
  return { rowVersion: after.rowVersion, understanding }
}

async function loadSchool(work: Work, id: OrganisationId) {
  const school = await loadOrganisation(work, id)
  refuseUnless(school.kind === 'school', 'unprocessable', 'import.organisation-unknown')
  return school
}

/** Typed words that mean no period are refused: a guess would be worse than asking. */
function readTyped(words: string, years: edits.Years) {
  const period = readPeriod(words, years)
  refuseUnless(period.kind !== 'unparseable', 'unprocessable', 'import.period-not-understood', {
    params: { text: words },
    fields: [{ path: 'change.periodReading', message: words }],
  })
  return period
}

function readPeriod(words: string, { year, schoolYear }: edits.Years) {
  return understandPeriod(words, { contextYear: year, schoolYear })
}
