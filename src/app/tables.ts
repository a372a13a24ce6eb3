import { is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import * as access from '../features/access/tables.ts'
import * as assignments from '../features/assignments/tables.ts'
import * as audit from '../features/audit/tables.ts'
import * as calendar from '../features/calendar/tables.ts'
import * as corrections from '../features/corrections/tables.ts'
import * as documents from '../features/documents/tables.ts'
import * as files from '../features/files/tables.ts'
import * as messages from '../features/messages/tables.ts'
import * as organisations from '../features/organisations/tables.ts'
import * as personalData from '../features/personal-data/tables.ts'
import * as programmes from '../features/programmes/tables.ts'
import * as registry from '../features/registry/tables.ts'
import * as roadMaps from '../features/road-maps/tables.ts'
import * as scans from '../features/scans/tables.ts'
import * as schoolMaps from '../features/school-maps/tables.ts'
import * as templates from '../features/templates/tables.ts'
import * as thresholds from '../features/thresholds/tables.ts'
import * as upkeep from '../features/upkeep/tables.ts'
import * as machinery from '../server/tables.ts'

const features = [
  audit,
  organisations,
  access,
  calendar,
  files,
  documents,
  scans,
  registry,
  programmes,
  roadMaps,
  templates,
  schoolMaps,
  corrections,
  assignments,
  messages,
  upkeep,
  personalData,
  thresholds,
]

/** Every table of every feature: for the checks that none was forgotten. */
export const allTables = [machinery, ...features]
  .flatMap((feature): unknown[] => Object.values(feature))
  .filter((value): value is PgTable => is(value, PgTable))
