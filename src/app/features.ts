import { accessContract } from '../features/access/contract.ts'
import { journalService } from '../features/access/journal.service.ts'
import { journalContract } from '../features/access/journal-contract.ts'
import { secondFactorService } from '../features/access/second-factor.service.ts'
import { secondFactorContract } from '../features/access/second-factor-contract.ts'
import { accessService } from '../features/access/service.ts'
import { viewAsService } from '../features/access/view-as.service.ts'
import { viewAsContract } from '../features/access/view-as-contract.ts'
import { accessRefusals } from '../features/access/words.ts'
import { assignmentsContract } from '../features/assignments/contract.ts'
import { assignmentsService } from '../features/assignments/service.ts'
import { assignmentsRefusals } from '../features/assignments/words.ts'
import { calendarContract } from '../features/calendar/contract.ts'
import { calendarService } from '../features/calendar/service.ts'
import { calendarRefusals } from '../features/calendar/words.ts'
import { correctionsContract } from '../features/corrections/contract.ts'
import { correctionsService } from '../features/corrections/service.ts'
import { correctionsRefusals } from '../features/corrections/words.ts'
import { documentsContract } from '../features/documents/contract.ts'
import { documentsService } from '../features/documents/documents.service.ts'
import { documentsRefusals } from '../features/documents/words.ts'
import { filesContract } from '../features/files/contract.ts'
import { filesService, uploadService } from '../features/files/service.ts'
import { filesRefusals } from '../features/files/words.ts'
import { messagesContract } from '../features/messages/contract.ts'
import { feedService } from '../features/messages/feed.service.ts'
import { feedContract } from '../features/messages/feed-contract.ts'
import { mailService } from '../features/messages/mail.service.ts'
import { mailContract } from '../features/messages/mail-contract.ts'
import { messagesService } from '../features/messages/messages.service.ts'
import { messagesRefusals } from '../features/messages/words.ts'
import { organisationsContract } from '../features/organisations/contract.ts'
import { organisationsService } from '../features/organisations/organisations.service.ts'
import { organisationsRefusals } from '../features/organisations/words.ts'
import { packetsContract } from '../features/packets/contract.ts'
import { packetsService } from '../features/packets/service.ts'
import { packetsRefusals } from '../features/packets/words.ts'
import { personalDataContract } from '../features/personal-data/contract.ts'
import { personalDataService } from '../features/personal-data/service.ts'
import { personalDataRefusals } from '../features/personal-data/words.ts'
import { programmesContract } from '../features/programmes/contract.ts'
import { programmesService } from '../features/programmes/service.ts'
import { programmesRefusals } from '../features/programmes/words.ts'
import { registryContract } from '../features/registry/contract.ts'
import { registryService } from '../features/registry/service.ts'
import { registryRefusals } from '../features/registry/words.ts'
import { rehearsalsContract } from '../features/rehearsals/contract.ts'
import { rehearsalsService } from '../features/rehearsals/service.ts'
import { rehearsalsRefusals } from '../features/rehearsals/words.ts'
import { roadMapsContract } from '../features/road-maps/contract.ts'
import { importsContract } from '../features/road-maps/import-contract.ts'
import { importsService, roadMapsService } from '../features/road-maps/service.ts'
import { roadMapsRefusals } from '../features/road-maps/words.ts'
import { rolloversContract } from '../features/rollovers/contract.ts'
import { rolloversService } from '../features/rollovers/service.ts'
import { scansContract } from '../features/scans/contract.ts'
import { scansService } from '../features/scans/service.ts'
import { scansRefusals } from '../features/scans/words.ts'
import { schoolMapsContract } from '../features/school-maps/contract.ts'
import { schoolMapsService } from '../features/school-maps/service.ts'
import { schoolMapsRefusals } from '../features/school-maps/words.ts'
import { searchContract } from '../features/search/contract.ts'
import { searchService } from '../features/search/service.ts'
import { templatesContract } from '../features/templates/contract.ts'
import { templatesService } from '../features/templates/service.ts'
import { templatesRefusals } from '../features/templates/words.ts'
import { upkeepContract } from '../features/upkeep/contract.ts'
import { upkeepService } from '../features/upkeep/service.ts'
import { upkeepRefusals } from '../features/upkeep/words.ts'
import { uploadContract } from '../kernel/upload.ts'
import type { MovableClock } from '../server/clock.ts'
import { serverRefusals } from '../server/words.ts'
import { type Route, routesOf } from '../server/work.ts'

import { deeds } from './deeds.ts'
import { demonstrationContract } from './demonstration/contract.ts'
import { demonstrationService } from './demonstration/service.ts'
import { draftingContract } from './drafting/contract.ts'
import { draftingService } from './drafting/service.ts'
import { readLetterhead } from './letterhead-room.ts'
import type { Changes } from './live/changes.ts'
import { liveContract } from './live/contract.ts'
import { liveService } from './live/service.ts'
import { calendarContract as calendarFileContract } from './messages/calendar-contract.ts'
import { calendarService as calendarFileService } from './messages/calendar-service.ts'
import { printPdf } from './print-pdf.ts'
import { readTable } from './read-table.ts'
import './register.ts'
import { templateOffersContract } from './template-offers/contract.ts'
import { templateOffersService } from './template-offers/service.ts'

export type Installation = { publicUrl: string; isDemonstration: boolean }

/** For whoever only asks which endpoints there are. */
const nothingChanges: Pick<Changes, 'follow'> = { follow: () => () => undefined }

/** Every endpoint of the product; a demonstration has its own beside them. */
export function allRoutes(
  installation: Installation,
  demoClock: MovableClock | null,
  changes: Pick<Changes, 'follow'> = nothingChanges,
): Route[] {
  return [
    ...routesOf('access', accessContract, accessService(installation)),
    ...routesOf('second-factor', secondFactorContract, secondFactorService(installation)),
    ...routesOf('view', viewAsContract, viewAsService),
    ...routesOf('journal', journalContract, journalService(deeds)),
    ...routesOf('organisations', organisationsContract, organisationsService),
    ...routesOf('calendar', calendarContract, calendarService),
    ...routesOf('files', filesContract, filesService),
    ...routesOf('uploads', uploadContract, uploadService),
    ...routesOf('scans', scansContract, scansService),
    ...routesOf('documents', documentsContract, documentsService({ printPdf, readLetterhead })),
    ...routesOf('registry', registryContract, registryService),
    ...routesOf('programmes', programmesContract, programmesService),
    ...routesOf('imports', importsContract, importsService),
    ...routesOf('road-maps', roadMapsContract, roadMapsService),
    ...routesOf('templates', templatesContract, templatesService),
    ...routesOf('school-maps', schoolMapsContract, schoolMapsService),
    ...routesOf('corrections', correctionsContract, correctionsService),
    ...routesOf('template-offers', templateOffersContract, templateOffersService),
    ...routesOf('personal-data', personalDataContract, personalDataService),
    ...routesOf('assignments', assignmentsContract, assignmentsService),
    ...routesOf('rehearsals', rehearsalsContract, rehearsalsService),
    ...routesOf('drafting', draftingContract, draftingService),
    ...routesOf('rollovers', rolloversContract, rolloversService),
    ...routesOf('packets', packetsContract, packetsService(readTable)),
    ...routesOf('search', searchContract, searchService),
    ...routesOf('messages', messagesContract, messagesService),
    ...routesOf('calendar-feed', feedContract, feedService),
    ...routesOf('calendar-file', calendarFileContract, calendarFileService(installation)),
    ...routesOf('mail', mailContract, mailService),
    ...routesOf('upkeep', upkeepContract, upkeepService),
    ...routesOf('live', liveContract, liveService(changes)),
    ...(demoClock ? routesOf('demonstration', demonstrationContract, demonstrationService(demoClock)) : []),
  ]
}

/** Every table of refusals. */
export const allRefusals = [
  serverRefusals,
  accessRefusals,
  calendarRefusals,
  filesRefusals,
  scansRefusals,
  documentsRefusals,
  organisationsRefusals,
  programmesRefusals,
  registryRefusals,
  roadMapsRefusals,
  templatesRefusals,
  schoolMapsRefusals,
  correctionsRefusals,
  assignmentsRefusals,
  rehearsalsRefusals,
  packetsRefusals,
  messagesRefusals,
  upkeepRefusals,
  personalDataRefusals,
]
