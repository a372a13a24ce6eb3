import { readDocx } from '../../paper/docx.ts'
import type { Paper } from '../../paper/paper.ts'
import { writeDocx } from '../../paper/write-docx.ts'
import { writeXlsx } from '../../paper/write-xlsx.ts'
import type { WrittenBlock } from '../../paper/written.ts'
import { readXlsx } from '../../paper/xlsx.ts'
import type { ParseAnswer, ParsedRoadMap } from './order.ts'
import { type Approval, type Manner, manners, roadMapPaper } from './paper.ts'
import type { PaperFormat } from './paper-formats.ts'
import { understandOrder } from './understand-order.ts'

/**
 * The road maps of an answer as a file that is read back as these road maps. Each choice of manner is tried on
 * the file itself, and the one kept of which the reader makes the least difference.
 */
export async function printRoadMaps(answer: ParseAnswer, format: PaperFormat): Promise<Uint8Array> {
  if (format === 'json') return Buffer.from(`${JSON.stringify(answer, null, 1)}\n`)
  return (await bestAttempt(answer, format)).bytes
}

/** The road map of an answer as an annex holds it: its order stands on the annex itself. */
export async function mapBlocks(answer: ParseAnswer): Promise<WrittenBlock[]> {
  const { manner } = await bestAttempt(answer, 'docx')
  return answer.roadMap ? roadMapPaper(answer.roadMap, manner, null) : []
}

async function bestAttempt(answer: ParseAnswer, format: OfficeFormat): Promise<Attempt> {
  const maps = answer.roadMaps ?? (answer.roadMap ? [answer.roadMap] : [])
  const usual: Manner = {
    head: 'as it was',
    title: 'above',
    year: 'unsaid',
    periods: 'verbatim',
    unnumbered: 'apart',
  }
  let best = await attempt({ maps, manner: usual, approval: answer.order }, format)
  for (const manner of otherManners()) {
    if (best.differences === 0) break
    const next = await attempt({ maps, manner: { ...best.manner, ...manner }, approval: answer.order }, format)
    if (next.differences < best.differences) best = next
  }
  return best
}

type OfficeFormat = Exclude<PaperFormat, 'json'>
type Draft = { maps: ParsedRoadMap[]; manner: Manner; approval: Approval | null }
type Attempt = { manner: Manner; bytes: Uint8Array; differences: number }

function otherManners(): Partial<Manner>[] {
  return [
    { head: manners.head[1] },
    { title: manners.title[1] },
    { year: manners.year[1] },
    { unnumbered: manners.unnumbered[1] },
    { periods: manners.periods[1] },
  ]
}

async function attempt({ maps, manner, approval }: Draft, format: OfficeFormat): Promise<Attempt> {
  const blocks = maps.flatMap((map, index): WrittenBlock[] => {
    const [first, ...rest] = roadMapPaper(map, manner, approval)
    return first && index > 0
      ? [{ ...first, ...('headRows' in first ? {} : { startsPage: true }) }, ...rest]
      : [...(first ? [first] : []), ...rest]
  })
  const bytes = format === 'docx' ? writeDocx(blocks) : await writeXlsx('Дорожная карта', blocks)
  const paper: Paper = format === 'docx' ? readDocx(bytes) : readXlsx(bytes)
  const read = understandOrder(paper, { year: null })
  return { manner, bytes, differences: differencesOf(maps, read.roadMaps ?? (read.roadMap ? [read.roadMap] : [])) }
}

/** How many values of the road maps are not the same; where a row stands in its file, and what proves it, is left out. */
export function differencesOf(maps: readonly ParsedRoadMap[], others: readonly ParsedRoadMap[]): number {
  const [one, other] = [maps.flatMap(valuesOf), others.flatMap(valuesOf)]
  const unlike = one.filter((value, index) => value !== other[index]).length
  return unlike + Math.abs(one.length - other.length)
}

function valuesOf({ sections, ...head }: ParsedRoadMap): string[] {
  return [
    ...Object.values(head).map((value) => JSON.stringify(value)),
    ...sections.flatMap(({ activities, ...section }) => [
      JSON.stringify(section),
      ...activities.flatMap(({ proof: _proof, source: _source, ...activity }) =>
        Object.values(activity).map((value) => JSON.stringify(value)),
      ),
    ]),
  ]
}
