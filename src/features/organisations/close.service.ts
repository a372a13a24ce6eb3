import { and, eq, isNull } from 'drizzle-orm'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Service } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { loadToChange } from './change-over-time.service.ts'
import type { organisationsContract } from './contract.ts'
import { canManageOrganisations } from './organisation.ts'
import { changeRow, loadOrganisation, refuseStale, refuseTwin } from './service.ts'
import { organisations } from './tables.ts'
import './words.ts'

type Closing = Pick<Service<typeof organisationsContract>, 'closeOrganisation' | 'reopenOrganisation'>

export const closingService: Closing = {
  async closeOrganisation(work, { id, rowVersion, closedOn, basis, successorId }) {
    const before = await loadToChange(work, id)
    refuseUnless(before.parentId !== null, 'unprocessable', 'organisation.root-stays')
    const [below] = await work.db
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.parentId, id), isNull(organisations.closedOn)))
      .limit(1)
    refuseUnless(!below, 'conflict', 'organisation.has-below')
    if (successorId) {
      const successor = await loadOrganisation(work, successorId)
      const isFit = successor.id !== id && successor.kind === before.kind && successor.closedOn === null
      refuseUnless(isFit, 'unprocessable', 'organisation.no-successor')
    }
    const after = await changeRow(work, { id, rowVersion }, { closedOn, closedBasis: basis, successorId })
    const action = successorId ? 'organisation.merged' : 'organisation.closed'
    await record(work, { action, subjectId: id, organisationId: id, before, after })
    return after
  },

  async reopenOrganisation(work, { id, rowVersion }) {
    const before = await loadOrganisation(work, id)
    refuseUnless(canManageOrganisations(work.actor, before), 'forbidden', 'organisation.not-yours')
    refuseUnless(before.closedOn !== null, 'conflict', 'organisation.stands')
    refuseStale(before, rowVersion)
    await refuseTwin(work, { id, parentId: before.parentId, fullName: before.fullName })
    const change = { closedOn: null, closedBasis: '', successorId: null }
    const after = await changeRow(work, { id, rowVersion }, change)
    await record(work, { action: 'organisation.reopened', subjectId: id, organisationId: id, before, after })
    return after
  },
}
