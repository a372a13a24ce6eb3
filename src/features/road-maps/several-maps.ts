import type { ParseAnswer, ParsedRoadMap } from './order.ts'
import type { Understanding } from './understanding.ts'

/** The road maps of a paper, in reading order. */
export function roadMapsIn({ roadMap, roadMaps }: Pick<ParseAnswer, 'roadMap' | 'roadMaps'>): ParsedRoadMap[] {
  return roadMaps ?? (roadMap ? [roadMap] : [])
}

/** The answer as if the paper held this one road map alone, counted from 0, with the findings of its own; null where it does not. */
export function answerOfMap(answer: ParseAnswer, map: number): ParseAnswer | null {
  const roadMap = roadMapsIn(answer)[map]
  if (!roadMap) return null
  const { roadMaps: _others, mapFindings, ...rest } = answer
  return { ...rest, roadMap, findings: mapFindings?.[map] ?? rest.findings }
}

export function rowsIn({ sections }: Pick<ParsedRoadMap, 'sections'>): number {
  return sections.reduce((sum, { activities }) => sum + activities.length, 0)
}

/** Two road maps of one file are two projects: where titles and years are the same, the later ones say which they are. */
export function keepApart(understandings: readonly Understanding[]): Understanding[] {
  const taken = new Set<string>()
  return understandings.map((one, place) => {
    const isTaken = taken.has(projectKey(one))
    const own = isTaken ? { ...one, programmeTitle: `${one.programmeTitle} (карта ${place + 1})`.trim() } : one
    taken.add(projectKey(own))
    return own
  })
}

function projectKey({ programmeTitle, year, schoolYear }: Understanding): string {
  return JSON.stringify([programmeTitle.toLowerCase(), year, schoolYear])
}
