import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Organisation } from '../../features/organisations/service.ts'
import type { SupportVariant } from '../../features/programmes/programme.ts'
import { demoOrderDocx } from '../../features/road-maps/demo-order.ts'
import { READ_IMPORT } from '../../features/road-maps/jobs.ts'
import { readImport } from '../../features/road-maps/read-import.service.ts'
import { importsService, roadMapsService } from '../../features/road-maps/service.ts'
import type { PersonActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import type { ActivityId, ProgrammeId, RoadMapId } from '../../kernel/id.ts'
import type { Received } from '../../server/file-store.ts'
import type { Work } from '../../server/work.ts'
import type { Perform } from '../perform.ts'
import { readPaper } from '../read-paper.ts'
import { listSchools } from './found-district.ts'

export type Adopted = {
  programmeId: ProgrammeId
  roadMapId: RoadMapId
  schools: Organisation[]
  activityOf(number: string): ActivityId
}

/** Variants of the six schools in the order's own sequence; one is left open, so that «Сегодня» has something to say. */
const VARIANTS: SupportVariant[] = [
  'first-or-repeated',
  'first-or-repeated',
  'persistent-or-signs',
  'first-or-repeated',
  'persistent-or-signs',
  'undefined',
]

/** The coordinator's first day: drops the order in, looks it through, sets the variants, confirms and sends. */
export async function adoptOrder(perform: Perform, coordinator: PersonActor): Promise<Adopted> {
  const { id: importId } = await perform(coordinator, async (work) =>
    importsService.importOrder(work, { name: 'Приказ № 47.docx' }, await receivedBytes(work, demoOrderDocx())),
  )
  await perform({ kind: 'job', name: READ_IMPORT }, (work) => readImport(work, { importId }, { readPaper }))

  const names = await perform(coordinator, async (work) => {
    let { rowVersion, understanding } = await importsService.loadImport(work, { id: importId })
    const found = understanding?.participants ?? []
    for (const [participant, variant] of VARIANTS.entries()) {
      if (variant === 'undefined' || !found[participant]) continue
      const change = { variant }
      const edited = await importsService.changeParticipant(work, { id: importId, rowVersion, participant, change })
      rowVersion = edited.rowVersion
    }
    return { rowVersion, schools: found.map((one) => one.shortName) }
  })

  const { roadMapId } = await perform(coordinator, (work) =>
    importsService.confirmUnderstanding(work, {
      id: importId,
      rowVersion: names.rowVersion,
      orderNumber: '47',
      orderDate: day(2026, 2, 9),
    }),
  )
  return perform(coordinator, async (work) => {
    const schools = await listSchools(work, names.schools)
    await roadMapsService.sendToSchools(work, { id: roadMapId, organisationIds: schools.map((school) => school.id) })
    const roadMap = await roadMapsService.loadRoadMap(work, { id: roadMapId })
    const rows = roadMap.sections.flatMap((section) => section.activities)
    const activityOf = (number: string) => {
      const row = rows.find((one) => one.number === number)
      if (!row) throw new Error(`the sample order has no activity ${number}`)
      return row.activityId
    }
    return { programmeId: roadMap.programmeId, roadMapId, schools, activityOf }
  })
}

/** Bytes of our own as if they had been uploaded. */
async function receivedBytes(work: Work, bytes: Uint8Array): Promise<Received> {
  const path = work.store.incoming.freshPlace()
  await writeFile(path, bytes)
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
}
