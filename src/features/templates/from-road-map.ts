import type { ParsedActivity } from '../road-maps/order.ts'
import type { UnderstoodActivity, UnderstoodSection } from '../road-maps/understanding.ts'
import { type ProjectYear, relativeTerm } from './relative-term.ts'
import { titleWithoutYear, withoutYear } from './relative-text.ts'
import type { TemplateContent, TemplateRow } from './template.ts'
import { executorsWithoutNames, type Named, textWithoutNames } from './without-names.ts'

type Row = Pick<
  ParsedActivity,
  'number' | 'title' | 'period' | 'executors' | 'expectedResult' | 'targetGroups' | 'heldBy' | 'proof'
> &
  Pick<UnderstoodActivity, 'parts'>
type Section = Pick<UnderstoodSection, 'number' | 'title' | 'audience'> & { activities: readonly Row[] }

export type Source = {
  title: string
  sections: readonly Section[]
  years: ProjectYear
  /** Whose names are left out. */
  known: readonly Named[]
}

/** The plan without its year, its people and its organisations. */
export function contentOf({ title, sections, years, known }: Source): TemplateContent {
  const bare = (text: string) => textWithoutNames(withoutYear(text, years.year), known)
  return {
    mapTitle: textWithoutNames(titleWithoutYear(title, years.year), known),
    isSchoolYear: years.isSchoolYear,
    sections: sections.map(({ activities, ...section }) => ({
      number: section.number,
      title: section.title && bare(section.title),
      audience: section.audience,
      rows: activities.map(
        (row): TemplateRow => ({
          number: row.number,
          title: bare(row.title),
          term: relativeTerm(row.period, years),
          executors: executorsWithoutNames(row.executors?.names ?? [], known),
          expectedResult: row.expectedResult && bare(row.expectedResult),
          targetGroups: executorsWithoutNames(row.targetGroups, known),
          heldBy: row.heldBy,
          proof: row.proof,
          parts: row.parts,
          cause: '',
          indicator: '',
        }),
      ),
    })),
  }
}
