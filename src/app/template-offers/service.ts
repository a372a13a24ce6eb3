import { settleUse } from '../../features/templates/uses.service.ts'
import { done } from '../../kernel/contract.ts'
import type { Service } from '../../server/work.ts'
import type { templateOffersContract } from './contract.ts'
import { findForCorrection, takeIntoCorrection } from './correction.service.ts'
import { findForImport, takeIntoImport } from './import.service.ts'

/** Rows of a changed template, taken one by one into the plan that was begun with it. */
export const templateOffersService: Service<typeof templateOffersContract> = {
  findForImport,
  findForCorrection,
  takeIntoImport,
  takeIntoCorrection,
  async leaveOffer(work, { useId, rowVersion, revision }) {
    await settleUse(work, { id: useId, rowVersion, revision })
    return done
  },
}
