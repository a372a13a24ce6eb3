import { listExecution } from '../../features/assignments/execution.service.ts'
import { executionTable } from '../../features/assignments/execution-paper.ts'
import type { DraftPaper } from '../../features/documents/document-body.ts'
import { createDraft } from '../../features/documents/draft.service.ts'
import { loadDocument } from '../../features/documents/load-document.service.ts'
import { coordinatorOrder, participantsLetter } from '../../features/programmes/paper.ts'
import { loadProgrammeFacts } from '../../features/programmes/programme-facts.service.ts'
import type { ProgrammeFacts } from '../../features/programmes/programme-facts.ts'
import { listParticipants } from '../../features/programmes/service.ts'
import { loadMapPaper, loadRowChanges } from '../../features/road-maps/map-paper.service.ts'
import { amendingOrder, roadMapOrder } from '../../features/road-maps/order-paper.ts'
import type { ProgrammeId } from '../../kernel/id.ts'
import type { Service, Work } from '../../server/work.ts'
import { draftOfCorrection } from './amendments.service.ts'
import type { draftingContract } from './contract.ts'
import { loadGround } from './ground.service.ts'
import type { PaperLayout } from './layouts.ts'

export const draftingService: Service<typeof draftingContract> = {
  loadGround,

  async draftFromRecords(work, { programmeId, layout }) {
    const drafted = layout === 'amending-order' ? await draftOfCorrection(work, programmeId) : null
    if (drafted) return loadDocument(work, drafted)
    const facts = await loadProgrammeFacts(work, programmeId)
    const participants = await listParticipants(work, programmeId)
    const paper = await lay({ work, programmeId, facts, participants }, layout)
    // The letter goes up, and the table stays in the office; orders are read by the schools.
    const isForSchools = paper.kind === 'order'
    const organisationIds = isForSchools ? participants.map((one) => one.organisationId) : []
    return createDraft(work, { ...paper, ownerId: facts.authority.id, programmeId, organisationIds })
  },
}

type Records = {
  work: Work
  programmeId: ProgrammeId
  facts: ProgrammeFacts
  participants: Awaited<ReturnType<typeof listParticipants>>
}

async function lay({ work, programmeId, facts, participants }: Records, layout: PaperLayout): Promise<DraftPaper> {
  if (layout === 'participants-letter') return participantsLetter(facts, participants)
  if (layout === 'coordinator-order') return coordinatorOrder(facts, participants)
  if (layout === 'execution-table') return executionTable(facts, await listExecution(work, programmeId))
  if (layout === 'amending-order') return amendingOrder(facts, await loadRowChanges(work, programmeId))
  const names = participants.map((one) => one.shortName)
  return roadMapOrder(facts, { ...(await loadMapPaper(work, programmeId)), participants: names })
}
