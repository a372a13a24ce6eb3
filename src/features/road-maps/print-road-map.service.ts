import type { RoadMapId } from '../../kernel/id.ts'
import type { Download, Work } from '../../server/work.ts'
import type { RoadMapView } from './contract.ts'
import type { ParseAnswer, ParsedColumn, ParsedOrder, ParsedSection } from './order.ts'
import { type PaperFormat, paperTypes } from './paper-formats.ts'
import { completedColumns } from './paper-head.ts'
import { printRoadMaps } from './print-road-map.ts'
import { findCurrent, loadRoadMap } from './road-maps.service.ts'
import { fileNames } from './words.ts'

/** The revision in force as a file: whole to the authority, to a school its own plan. */
export async function printRoadMap(
  work: Work,
  { id, format }: { id: RoadMapId; format: PaperFormat },
): Promise<Download> {
  const view = await loadRoadMap(work, { id })
  const signed = (await findCurrent(work, id))?.answer ?? null
  const name = fileNames[work.language][view.isWhole ? 'file.whole' : 'file.own']
  return {
    name: `${name} ${view.year}.${format}`,
    type: paperTypes[format],
    bytes: await printRoadMaps(printed(view, signed), format),
  }
}

/** The view in the shape of a reading. Columns are those of the signed paper, and one more for what it had no place for. */
export function printed(view: RoadMapView, signed: ParseAnswer | null): ParseAnswer {
  const sections = view.sections.map(
    (section): ParsedSection => ({
      ...section,
      activities: section.activities.map(({ activityId: _id, parts: _parts, periodReading, period, ...row }) => ({
        ...row,
        // Where the paper says nothing, the coordinator's own words are all there is.
        period: period && period.text === '' ? { ...period, text: periodReading ?? '' } : period,
        source: { table: 1, row: null, page: null },
      })),
    }),
  )
  const known: readonly ParsedColumn[] = signed?.roadMap?.columns ?? []
  const { title, year, isSchoolYear } = view
  const roadMap = {
    title,
    year,
    schoolYear: isSchoolYear ? year : null,
    columns: completedColumns(known, sections),
    sections,
  }
  return { order: orderOf(view, signed?.order ?? null), roadMap, findings: [] }
}

function orderOf({ orderNumber, orderDate }: RoadMapView, signed: ParsedOrder | null): ParsedOrder | null {
  if (orderNumber === null && orderDate === null) return null
  const head = { number: orderNumber, date: orderDate, authority: signed?.authority ?? null, place: null, title: null }
  return { ...head, basis: [], clauses: [], people: [], participants: [] }
}
