import type { ActivityView, SectionView } from './contract.ts'

/** A row of a revision with the section that the paper has it in. */
export type SectionedRow = ActivityView & {
  sectionNumber: string | null
  sectionTitle: string | null
  audience: SectionView['audience']
}

/** Rows in the sections that the paper has them in. */
export function sectionsOf(rows: readonly SectionedRow[]): SectionView[] {
  const sections: SectionView[] = []
  for (const row of rows) {
    const last = sections.at(-1)
    const isSame = last?.number === row.sectionNumber && last?.title === row.sectionTitle
    if (isSame) last.activities.push(activityOf(row))
    else {
      const { sectionNumber: number, sectionTitle: title, audience } = row
      sections.push({ number, title, audience, activities: [activityOf(row)] })
    }
  }
  return sections
}

export function activityOf(row: ActivityView): ActivityView {
  return {
    activityId: row.activityId,
    number: row.number,
    title: row.title,
    period: row.period,
    periodReading: row.periodReading,
    executors: row.executors,
    expectedResult: row.expectedResult,
    targetGroups: row.targetGroups,
    heldBy: row.heldBy,
    proof: row.proof,
    parts: row.parts,
  }
}

/** The same with its section, and nothing of where it is kept. */
export function sectionedOf(row: SectionedRow): SectionedRow {
  const { sectionNumber, sectionTitle, audience } = row
  return { ...activityOf(row), sectionNumber, sectionTitle, audience }
}
