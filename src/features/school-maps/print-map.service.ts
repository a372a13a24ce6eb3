import type { Download, Work } from '../../server/work.ts'
import { type PaperFormat, paperTypes } from '../road-maps/paper-formats.ts'
import { printRoadMaps } from '../road-maps/print-road-map.ts'
import type { InProject } from './load-map.service.ts'
import { printedMap } from './printed-map.ts'
import { loadSchoolMap } from './read-map.service.ts'
import { fileNames } from './words.ts'

/** The map as it stands on the screen, as a file: inherited rows and own ones. */
export async function printSchoolMap(
  work: Work,
  { format, ...where }: InProject & { format: PaperFormat },
): Promise<Download> {
  const view = await loadSchoolMap(work, where)
  return {
    name: `${fileNames[work.language]['file.map']} ${view.year}.${format}`,
    type: paperTypes[format],
    bytes: await printRoadMaps(printedMap(view), format),
  }
}
