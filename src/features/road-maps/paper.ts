import { type Day, partsOf } from '../../kernel/day.ts'
import type { WrittenBlock } from '../../paper/written.ts'
import type { ParsedActivity, ParsedOrder, ParsedRoadMap } from './order.ts'
import { headRows, namedColumns, paperColumns, widthsOf } from './paper-head.ts'
import { introducedNames, type RowManner, sectionRows } from './paper-rows.ts'
import { understandPeriod } from './period.ts'
import { printPeriod } from './period-print.ts'
import { shortNamesIn } from './short-names.ts'

/** The order that approved the road map, as far as it is known. */
export type Approval = Pick<ParsedOrder, 'number' | 'date' | 'authority'>

/** What may be written in more than one way; the first of each is the usual one. */
export const manners = {
  /** Where the paper had no head: none again, or the usual names of columns. */
  head: ['as it was', 'named'],
  /** The title above the table, or as the first row of it. */
  title: ['above', 'in the table'],
  /** «на 2024 год» under the title, where the year is said nowhere else. */
  year: ['unsaid', 'under the title'],
  /** The order's own words, or with a year where they would be read otherwise. */
  periods: ['verbatim', 'with their years'],
  unnumbered: ['apart', 'over the number'],
} as const

export type Manner = { [Choice in keyof typeof manners]: (typeof manners)[Choice][number] }

/** A road map in the layout of an office: the approval, the title, the table, what its short names mean. */
export function roadMapPaper(roadMap: ParsedRoadMap, manner: Manner, approval: Approval | null): WrittenBlock[] {
  const columns = paperColumns(manner.head === 'named' ? namedColumns(roadMap.columns) : roadMap.columns)
  const shortNames = shortNamesIn(cellTexts(roadMap).join('\n'))
  const rows: RowManner = { unnumbered: manner.unnumbered, periodText: periodsOf(roadMap, manner), shortNames }
  const isAbove = manner.title === 'above'
  const title = [roadMap.title ?? '', manner.year === 'unsaid' ? '' : termLine(roadMap)].filter((line) => line !== '')
  const legend = introducedNames(roadMap.sections, shortNames)
  return [
    ...approvalLines(approval).map((text): WrittenBlock => ({ text, align: 'right' })),
    { text: '' },
    ...(isAbove ? title.map((text): WrittenBlock => ({ text, align: 'center', isBold: true })) : []),
    { text: '' },
    {
      headRows: [
        ...(isAbove ? [] : [[{ text: title.join(' '), span: columns.length, isBold: true }]]),
        ...headRows(columns),
      ],
      rows: roadMap.sections.flatMap((section) => sectionRows(section, columns, rows)),
      widths: widthsOf(columns),
    },
    ...(legend.length > 0 ? [{ text: '' }, { text: `Сокращения: ${legend.join('; ')}.` }] : []),
  ]
}

function cellTexts({ sections }: ParsedRoadMap): string[] {
  return sections.flatMap(({ title, activities }) => [
    title ?? '',
    ...activities.flatMap((one) => [one.title, one.executors?.text ?? '', one.expectedResult ?? '']),
  ])
}

function termLine({ year, schoolYear }: ParsedRoadMap): string {
  if (schoolYear !== null) return `на ${schoolYear}/${schoolYear + 1} учебный год`
  return year === null ? '' : `на ${year} год`
}

function approvalLines(approval: Approval | null): string[] {
  if (!approval || (approval.number === null && approval.date === null)) return []
  const body = /^(управлени|отдел|комитет|департамент|министерств)\p{L}*( образования)?/iu.exec(
    approval.authority ?? '',
  )
  const whose = body ? ` ${genitive[(body[1] ?? '').toLowerCase()] ?? ''}${(body[2] ?? '').toLowerCase()}` : ''
  const date = approval.date === null ? '' : ` от ${dotted(approval.date)}`
  return ['Утверждена', `приказом${whose}`, `${date}${approval.number ? ` № ${approval.number}` : ''}`.trim()]
}

const genitive: Record<string, string> = {
  управлени: 'Управления',
  отдел: 'Отдела',
  комитет: 'Комитета',
  департамент: 'Департамента',
  министерств: 'Министерства',
}

function dotted(value: Day): string {
  const { year, month, day } = partsOf(value)
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`
}

/** The signed words; where they would be understood otherwise than they were, the same term with its years. */
function periodsOf({ year, schoolYear }: ParsedRoadMap, { periods }: Manner): RowManner['periodText'] {
  return ({ period }: ParsedActivity) => {
    if (!period) return ''
    if (periods === 'verbatim') return period.text
    const lacksYear = (text: string) => understandPeriod(text, { contextYear: null, schoolYear: null })
    const isOwn = JSON.stringify(lacksYear(period.text).windows) === JSON.stringify(period.windows)
    return isOwn || (year === null && schoolYear === null) ? period.text : printPeriod(period)
  }
}
