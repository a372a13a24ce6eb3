import type { Column } from './layout.ts'
import type { ColumnRole } from './order.ts'

/** These may stand in several columns, whose words are then read one after the other. */
const repeatable: ReadonlySet<ColumnRole> = new Set(['executors', 'result', 'other'])

/** Leaves one column for each role that has only one place; an end without a beginning is the period itself. */
export function settled(columns: Column[]): Column[] {
  const hasStart = columns.some((column) => column.role === 'start')
  const hasEnd = columns.some((column) => column.role === 'end')
  const paired = columns.map((column) => {
    const isLonely = (column.role === 'end' && !hasStart) || (column.role === 'start' && !hasEnd)
    return isLonely ? { ...column, role: 'period' as const } : column
  })
  const timed = withFinenessOfTerms(paired)
  const mainTitle = timed
    .filter((column) => column.role === 'title')
    .toSorted((one, other) => titleRank(one) - titleRank(other))[0]
  const mainTerm = timed.find(({ role, header }) => role === 'period' && mainTerms.test(header))
  const taken = new Set<ColumnRole>()
  return timed.map((column) => {
    const isPartOfTerm = column.term !== undefined || column.fineness !== undefined
    const isSecond = taken.has(column.role) && !repeatable.has(column.role) && !isPartOfTerm
    const isLesserTitle = column.role === 'title' && column !== mainTitle
    const isLesserTerm = mainTerm !== undefined && column.role === 'period' && !isPartOfTerm && column !== mainTerm
    if (isSecond || isLesserTitle || isLesserTerm) return { ...column, role: 'other' as const }
    taken.add(column.role)
    return column
  })
}

/** The head that means the term of the work, where several speak of time. */
const mainTerms =
  /^(?:планов\p{L}+ |контрольн\p{L}+ )?(?:срок|дата)\p{L}*(?: (?:и время )?(?:исполн|выполн|реализ|провед)|$)/iu

/** «Направление | Содержание работы»: what is done, not what it is done for. */
function titleRank({ header }: Column): number {
  if (/мероприяти/iu.test(header)) return 0
  return isOverRows(header) || /^(задач|цел[ьи])/iu.test(header) ? 2 : 1
}

/** «Направление», «Задача», «Этап»: heads of columns that stand over several activities. */
export function isOverRows(header: string): boolean {
  return /^(основн\p{L}+ |приоритетн\p{L}+ )?(направлени|раздел|блок|модул|этап|риск|фактор|проблем|дефицит|компонент)/iu.test(
    header,
  )
}

const finenesses: [RegExp, number][] = [
  [/год/iu, 0],
  [/квартал|четверт|полугоди|триместр/iu, 1],
  [/месяц/iu, 2],
  [/недел|декад/iu, 3],
  [/дат|число|день|дни|срок/iu, 4],
]
/** «Время», «Часы»: of the day, not of the year. */
export function saysHours(header: string): boolean {
  return hours.test(header)
}

const hours = /^(врем[яе]|час[ыа]?)(?!\p{L})(?!.*(провед|исполн|реализ|месяц|дат|год))/iu

/** «Месяц | Дата» say one term together; the time of day beside a date says nothing of it. */
function withFinenessOfTerms(columns: Column[]): Column[] {
  const terms = columns.filter(({ role, term }) => role === 'period' && term === undefined)
  if (terms.length < 2) return columns
  const fine = (column: Column) => finenesses.find(([wording]) => wording.test(column.header))?.[1]
  const hour = terms.filter(({ header }) => hours.test(header))
  const dated = terms.filter((column) => !hour.includes(column))
  const levels = dated.map(fine)
  const areParts = dated.length > 1 && levels.every((level, at) => level !== undefined && levels.indexOf(level) === at)
  return columns.map((column) => {
    if (dated.length > 0 && hour.includes(column)) return { ...column, role: 'other' as const }
    const fineness = areParts && dated.includes(column) ? fine(column) : undefined
    return fineness === undefined ? column : { ...column, fineness }
  })
}
