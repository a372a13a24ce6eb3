import { beginningOf } from '../../kernel/beginning.ts'
import type { Finding, FindingCode } from '../../kernel/finding.ts'
import { sideOf } from './executors.ts'
import { amend, finding, note, warning } from './finding-words.ts'
import type { ColumnRole, ParsedActivity, ParsedColumn } from './order.ts'
import { isOutside, type PlanYears } from './years.ts'

/** A row with what its findings need besides itself. */
export type ReadActivity = {
  activity: ParsedActivity
  /** The texts of its cells by column, as the paper has them. */
  cells: Partial<Record<ColumnRole, string>>
  sharesNumber: boolean
  /** Which section of the table it stands in, from 0. */
  section: number
}

/** Findings of one row, each code once. */
export function activityFindings(read: ReadActivity, columns: ParsedColumn[], years: PlanYears): Finding[] {
  return [...cellFindings(read), ...missing(read, columns), ...periodFindings(read.activity, years)]
}

/** What a table leaves out as a whole is said once, not in every row. */
export function tableFindings(columns: ParsedColumn[], reads: ReadActivity[]): Finding[] {
  const roles = new Set(columns.map(({ role }) => role))
  const absent = absences.filter(
    ({ roles: any, has }) =>
      !any.some((role) => roles.has(role)) && reads.length > 0 && !reads.some(({ activity }) => has(activity)),
  )
  return [
    ...absent.map(({ code, whole }) => finding(code, note(whole, 'Недостающее можно дополнить после загрузки.'))),
    ...duplicates(reads, columns),
  ]
}

type Absence = {
  code: FindingCode
  roles: ColumnRole[]
  column: ColumnRole
  has: (activity: ParsedActivity) => boolean
  whole: string
  one: string
}

const absences: Absence[] = [
  {
    code: 'missing-executor',
    roles: ['executors'],
    column: 'executors',
    has: ({ executors }) => executors !== null,
    whole: 'В таблице нет графы с исполнителями.',
    one: 'не указан исполнитель',
  },
  {
    code: 'missing-period',
    roles: ['period', 'start', 'end'],
    column: 'period',
    has: ({ period }) => period !== null,
    whole: 'В таблице нет графы со сроками.',
    one: 'не указан срок',
  },
  {
    code: 'missing-result',
    roles: ['result'],
    column: 'result',
    has: ({ expectedResult }) => expectedResult !== null,
    whole: 'В таблице нет графы с ожидаемым результатом.',
    one: 'не указан ожидаемый результат',
  },
  {
    code: 'missing-audience',
    roles: ['audience'],
    column: 'audience',
    has: ({ targetGroups }) => targetGroups.length > 0,
    whole: 'В таблице нет графы с целевой группой.',
    one: 'не указана целевая группа',
  },
]

function missing({ activity }: ReadActivity, columns: ParsedColumn[]): Finding[] {
  const found = absences
    .filter(({ has, roles }) => !has(activity) && columns.some(({ role }) => roles.includes(role)))
    .map(({ code, column, one }) => {
      const message = `У мероприятия ${called(activity)} ${one}.`
      return finding(
        code,
        warning(message, 'Уточните у составителя или дополните после загрузки.'),
        place(activity, column),
      )
    })
  return [...found, ...missingNumber(activity, columns)]
}

function missingNumber(activity: ParsedActivity, columns: ParsedColumn[]): Finding[] {
  if (activity.number !== null || !columns.some(({ role }) => role === 'number')) return []
  const message = `У мероприятия ${called(activity)} нет номера.`
  return [finding('missing-number', note(message, 'Номер можно дать после загрузки.'), place(activity, 'number'))]
}

/** Plain numbers may begin anew in each section, and under each month that stands before them; 1.2 may stand only once in a table. */
function duplicates(reads: ReadActivity[], columns: ParsedColumn[]): Finding[] {
  const isCalendar = columns.find(({ role }) => role === 'period' || role === 'title')?.role === 'period'
  const seen = new Set<string>()
  return reads.flatMap(({ activity, section, sharesNumber }) => {
    const { number } = activity
    if (number === null || sharesNumber) return []
    const part = isCalendar ? `${section} ${activity.period?.text ?? ''}` : section
    const key = number.includes('.') ? number : `${part} ${number}`
    const isSecond = seen.has(key)
    seen.add(key)
    if (!isSecond) return []
    const message = `Номер ${number} стоит у двух мероприятий.`
    return [finding('duplicate-number', warning(message, `Проверьте нумерацию. ${amend}`), place(activity, 'number'))]
  })
}

const verbatim = ['title', 'executors', 'result', 'audience', 'place'] as const

function cellFindings({ activity, cells }: ReadActivity): Finding[] {
  const cut = verbatim.find((column) => isCutShort(cells[column] ?? ''))
  const quoted = verbatim.find((column) => hasUnbalancedQuotes(cells[column] ?? ''))
  const found: Finding[] = []
  if (cut) {
    const message = `У мероприятия ${called(activity)} текст ячейки обрывается: «…${(cells[cut] ?? '').slice(-40)}».`
    found.push(
      finding('cell-cut-short', note(message, `Возможно, часть текста потеряна. ${amend}`), place(activity, cut), 0.8),
    )
  }
  if (quoted) {
    const message = `У мероприятия ${called(activity)} кавычки открыты и закрыты не поровну.`
    found.push(
      finding(
        'unbalanced-quotes',
        note(message, 'На работу это не влияет; исправить можно вместе с другими изменениями приказа.'),
        place(activity, quoted),
      ),
    )
  }
  return found
}

/** Ends in a comma, a dash or a word that promises another. */
export function isCutShort(text: string): boolean {
  return /[,:(–-]$|(?<!\p{L})(и|или|в|во|с|со|по|на|для|от|до|за|из|к|об|при|через|между|под|над|без|а также)$/u.test(
    text.trim(),
  )
}

export function hasUnbalancedQuotes(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1
  const isPaired = count('«') === count('»') && count('"') % 2 === 0
  const curly = count('„') > 0 ? count('„') === count('“') + count('”') : count('“') === count('”')
  return !isPaired || !curly
}

function periodFindings(activity: ParsedActivity, years: PlanYears): Finding[] {
  const { period } = activity
  if (!period) return []
  const own = period.findings.map((one) => ({ ...one, where: { ...one.where, ...place(activity, 'period') } }))
  if (!period.windows.some((window) => isOutside(window, years))) return own
  const message = `Срок мероприятия ${called(activity)} («${period.text}») лежит вне года дорожной карты.`
  const advice = `Проверьте год. ${amend}`
  return [...own, finding('period-outside-year', warning(message, advice), place(activity, 'period'))]
}

/** A school that an activity names, while the order does not count it among the participants. */
export function unknownOrganisations(reads: ReadActivity[], participants: string[]): Finding[] {
  if (participants.length === 0) return []
  const known = new Set(participants.map(bare))
  return reads.flatMap(({ activity }) => {
    const names = [...(activity.executors?.names ?? []), ...activity.targetGroups]
    const stranger = names.find((name) => namesOneSchool(name) && !isKnown(bare(name), known))
    if (stranger === undefined) return []
    const message = `У мероприятия ${called(activity)} названа организация «${stranger}», которой нет среди участников приказа.`
    const advice = 'Проверьте название или добавьте организацию в участники.'
    return [finding('unknown-organisation', warning(message, advice), place(activity, 'executors'), 0.7)]
  })
}

function namesOneSchool(name: string): boolean {
  return sideOf(name) === 'school' && /(СОШ|ООШ|НОШ|МКОУ|МБОУ|МАОУ|МОУ|гимнази|лице|школа).*(№|«|")/iu.test(name)
}

function isKnown(name: string, known: Set<string>): boolean {
  return [...known].some((one) => one.includes(name) || name.includes(one))
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?<!\p{L})(мкоу|мбоу|маоу|моу|мобу)(?!\p{L})/gu, '')
    .replace(/[^\p{L}\d]/gu, '')
}

/** A number is how people call a row; without one, the beginning of its title. */
function called({ number, title }: ParsedActivity): string {
  return number ?? `«${beginningOf(title, 60)}${title.length > 60 ? '…' : ''}»`
}

function place({ number, source }: ParsedActivity, column: ColumnRole): Finding['where'] {
  return { part: 'table', activity: number, column, row: source.row }
}
