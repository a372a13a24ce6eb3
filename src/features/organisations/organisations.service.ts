import type { Service } from '../../server/work.ts'
import { overTimeService } from './change-over-time.service.ts'
import { closingService } from './close.service.ts'
import { codesService } from './codes.service.ts'
import type { organisationsContract } from './contract.ts'
import { historyService } from './history.service.ts'
import { cardsService } from './keep-card.service.ts'

export const organisationsService: Service<typeof organisationsContract> = {
  ...cardsService,
  ...overTimeService,
  ...closingService,
  ...codesService,
  ...historyService,
}
