import type { Finding } from '../../kernel/finding.ts'
import type { ParsedRoadMap } from './order.ts'

export type PlacedFinding = { index: number; finding: Finding }

/** Findings beside the row they speak of, by the row's key; the rest speak of the order or of the table as a whole. */
export function placeFindings(findings: readonly Finding[], signed: ParsedRoadMap | null) {
  const rows = (signed?.sections ?? []).flatMap((section, place) =>
    section.activities.map((row, index) => ({ key: `${place}.${index}`, row })),
  )
  const byRow = new Map<string, PlacedFinding[]>()
  const general: PlacedFinding[] = []
  findings.forEach((finding, index) => {
    const { activity, row: line } = finding.where
    const found =
      finding.where.part === 'table'
        ? (rows.find(({ row }) => activity !== null && row.number === activity && isAt(row.source.row, line)) ??
          rows.find(({ row }) =>
            activity !== null ? row.number === activity : line !== null && row.source.row === line,
          ))
        : undefined
    if (!found) general.push({ index, finding })
    else byRow.set(found.key, [...(byRow.get(found.key) ?? []), { index, finding }])
  })
  return { byRow, general }
}

function isAt(row: number | null, line: number | null): boolean {
  return line === null || row === null || row === line
}
