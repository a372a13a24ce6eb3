import type { ParseAnswer, ParsedActivity, ParsedSection } from '../road-maps/order.ts'
import { completedColumns } from '../road-maps/paper-head.ts'
import type { MapView, RowView } from './view.ts'

const OWN_SECTION = 'Мероприятия школы'
const source = { table: 1, row: null, page: null }

/** The map as one paper: what the school inherits, then its own rows; papers are Russian whatever the screen speaks. */
export function printedMap({ school, year, isSchoolYear, revision, rows, inherited }: MapView): ParseAnswer {
  const own = rows.filter((row) => !row.removed).map(printedRow)
  const sections: ParsedSection[] = [
    ...(inherited?.sections ?? []).map((section) => ({
      ...section,
      activities: section.activities.map(({ activityId: _id, parts: _parts, periodReading, period, ...row }) => ({
        ...row,
        period: period && period.text === '' ? { ...period, text: periodReading ?? '' } : period,
        source,
      })),
    })),
    ...(own.length > 0 ? [{ number: null, title: OWN_SECTION, audience: 'all' as const, activities: own }] : []),
  ]
  const roadMap = {
    title: `Дорожная карта ${school.fullName} на ${isSchoolYear ? `${year}/${year + 1} учебный` : year} год`,
    year,
    schoolYear: isSchoolYear ? year : null,
    columns: completedColumns([], sections),
    sections,
  }
  return { order: revision && orderOf(revision), roadMap, findings: [] }
}

function printedRow(row: RowView, index: number): ParsedActivity {
  return {
    number: `Ш.${index + 1}`,
    title: row.title,
    period: row.period,
    executors: row.responsible ? { text: row.responsible, names: [row.responsible] } : null,
    expectedResult: resultOf(row),
    targetGroups: [],
    heldBy: 'school',
    proof: row.proof,
    source,
  }
}

/** The table of an order has no column for these: they stand under the result, each with its name. */
function resultOf({ expectedResult, indicator, cause }: RowView): string | null {
  const lines = [
    sentence(expectedResult),
    sentence(indicator ? `Показатель: ${indicator}` : ''),
    sentence(cause ? `Причина: ${cause}` : ''),
  ].filter((line) => line !== '')
  return lines.length > 0 ? lines.join(' ') : null
}

function sentence(text: string): string {
  return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`
}

function orderOf({ orderNumber, orderDate }: NonNullable<MapView['revision']>): ParseAnswer['order'] {
  if (orderNumber === null && orderDate === null) return null
  const head = { number: orderNumber, date: orderDate, authority: null, place: null, title: null }
  return { ...head, basis: [], clauses: [], people: [], participants: [] }
}
