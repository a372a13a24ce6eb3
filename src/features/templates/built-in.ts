import type { HeldBy } from '../../kernel/proof.ts'
import { understandPeriod } from '../road-maps/period.ts'
import { measuresByRiskFactor } from '../road-maps/risk-measures.ts'
import { rowsOfTemplate } from '../road-maps/typed-rows.ts'
import { contentOf } from './from-road-map.ts'
import { contextOf, relativeTerm } from './relative-term.ts'
import { ownMeasures, type SchoolMeasure } from './school-measures.ts'
import type { TemplateContent, TemplateKind, TemplateRow } from './template.ts'

/** A template that comes with Opora. */
export type BuiltIn = {
  key: string
  kind: TemplateKind
  title: string
  /** The risk factor that its measures answer. */
  factor: string | null
  content: TemplateContent
}

/** No leap year: the end of February is the end of a month, whichever day that is. */
const years = { year: 2025, isSchoolYear: false }
const schoolYears = { year: 2025, isSchoolYear: true }

/** The first three are whole plans, then a set of measures for each risk factor. */
export const builtIns: readonly BuiltIn[] = [
  {
    key: 'support-project',
    kind: 'road-map',
    title: 'Муниципальный проект сопровождения школ',
    factor: null,
    content: contentOf({ ...rowsOfTemplate(years.year), known: [], years }),
  },
  {
    key: 'school-map',
    kind: 'school-map',
    title: 'Карта школы: с чего начать',
    factor: null,
    content: schoolContent(ownMeasures),
  },
  ...measuresByRiskFactor.map(
    ({ name, measures }, place): BuiltIn => ({
      key: `risk-factor-${place + 1}`,
      kind: 'school-map',
      title: name,
      factor: name,
      content: schoolContent(measures.map((one) => ({ ...one, cause: name, indicator: '' }))),
    }),
  ),
]

function schoolContent(measures: readonly SchoolMeasure[]): TemplateContent {
  return {
    mapTitle: '',
    isSchoolYear: true,
    sections: [{ number: null, title: null, audience: 'all', rows: measures.map(rowOf) }],
  }
}

function rowOf({ title, months, expectedResult, proof, cause, indicator }: SchoolMeasure): TemplateRow {
  const heldBy: HeldBy = 'school'
  return {
    ...{ number: null, title, expectedResult, cause, indicator, heldBy },
    term: relativeTerm(understandPeriod(months, contextOf(schoolYears)), schoolYears),
    executors: [],
    targetGroups: [],
    proof: [...proof],
    parts: { authority: 'is-informed', institute: null, school: 'executes' },
  }
}
