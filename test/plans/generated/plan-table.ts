import { plainTable, type WrittenCell, type WrittenTable } from '../../../src/paper/written.ts'
import type { ExpectedRow } from '../plan-file.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Ability, type GeneratedPlan, generatePlan, has, type PlanColumn, type PlanLine } from './generator.ts'

/** A plan on the page, and what is to be read from it. */
export type PlanOnPage = {
  lines: string[]
  title: string
  table: WrittenTable
  rows: ExpectedRow[]
  chance: Chance
}

/** Lays a plan out: merged cells, pages that end inside a row, heads repeated, columns counted. */
export function layOut(seed: number, ability: Ability): PlanOnPage {
  const plan = generatePlan(seed, ability)
  const chance = chanceOf(seed + 1_000_003)
  const withDefects = damaged(plan, chance, ability)
  const head = headOf(plan.columns)
  const body = plan.features.verticalMerges
    ? mergedDown(withDefects, plan.columns, { chance })
    : withDefects.flatMap((line) => rowsOf(line, { plan, chance, head }))
  const counted = plan.features.numbersRow ? [plan.columns.map((_, at) => ({ text: String(at + 1) }))] : []
  const isUpper = chance.happens(0.5)
  return {
    lines: [
      ...(isUpper ? ['Приложение', `к приказу от 12.01.${plan.year.first} № 5`, ''] : []),
      ...(chance.happens(0.3) ? plan.title.split(/ (?=(?:на|в) 20)/u) : [plan.title]),
      '',
    ],
    title: plan.title,
    table: { headRows: head, rows: [...counted, ...body], widths: plan.columns.map(() => 1) },
    rows: withDefects.flatMap((line) => ('section' in line ? [] : [line.expected])),
    chance,
  }
}

/** Numbers that repeat or are forgotten; a row without one says everything else, or nobody could tell it from the row above. */
function damaged({ columns, lines }: GeneratedPlan, chance: Chance, { isStacked }: Ability): PlanLine[] {
  if (!has(columns, 'number')) return lines
  let above: Exclude<PlanLine, { section: string }> | null = null
  return lines.map((line): PlanLine => {
    if ('section' in line) {
      above = null
      return line
    }
    const last = above
    const isWhole = columns.every(({ role }) => (line.texts[role] ?? '') !== '')
    const isAboveWhole = last !== null && (last.texts.period ?? '') !== '' && !/,$/.test(last.texts.title ?? '')
    if (!isStacked && isWhole && isAboveWhole && has(columns, 'period') && chance.happens(0.03)) {
      above = line
      return { texts: { ...line.texts, number: '' }, expected: { ...line.expected, number: '—' } }
    }
    if (last !== null && last.expected.number !== '—' && chance.happens(0.03)) {
      const number = last.expected.number
      above = { texts: { ...line.texts, number }, expected: { ...line.expected, number } }
      return above
    }
    above = line
    return line
  })
}

function headOf(columns: readonly PlanColumn[]): WrittenCell[][] {
  if (columns.every(({ above }) => above === null))
    return plainTable(
      columns.map(({ header }) => header),
      [],
    ).headRows
  const upper: WrittenCell[] = []
  for (const [at, { header, above }] of columns.entries()) {
    const last = upper.at(-1)
    if (above !== null && last && columns[at - 1]?.above === above) last.span = 2
    else upper.push({ text: above ?? header })
  }
  return [
    upper,
    columns.map(({ header, above }) => (above === null ? { text: '', isCovered: true } : { text: header })),
  ]
}

type Page = { plan: GeneratedPlan; chance: Chance; head: WrittenCell[][] }

function rowsOf(line: PlanLine, { plan: { columns, features }, chance, head }: Page): WrittenCell[][] {
  if ('section' in line) return [sectionRow(line.section, columns)]
  const row = columns.map(({ role }): WrittenCell => ({ text: line.texts[role] ?? '' }))
  if (!features.breaks || !chance.happens(0.15)) return [row]
  const isRepeated = chance.happens(0.5)
  const words = (line.texts.title ?? '').split(' ')
  const isTorn = words.length > 3 && (line.texts.number ?? '') !== '' && chance.happens(0.6)
  const at = 2 + chance.below(Math.max(1, words.length - 3))
  const withTitle = (text: string, others: WrittenCell[]) =>
    columns.map(({ role }, index) => (role === 'title' ? { text } : (others[index] ?? { text: '' })))
  const empty = columns.map(() => ({ text: '' }))
  const again = isRepeated ? head : []
  if (!isTorn) return [row, ...again]
  return [withTitle(words.slice(0, at).join(' '), row), ...again, withTitle(words.slice(at).join(' '), empty)]
}

function sectionRow(text: string, columns: readonly PlanColumn[]): WrittenCell[] {
  return [{ text, span: columns.length, isBold: true }]
}

/** Now and then two or three rows have one executor, in one tall cell. */
function mergedDown(
  lines: PlanLine[],
  columns: readonly PlanColumn[],
  { chance }: { chance: Chance },
): WrittenCell[][] {
  let left = 0
  let above: Exclude<PlanLine, { section: string }> | null = null
  return lines.map((line) => {
    if ('section' in line) {
      left = 0
      above = null
      return sectionRow(line.section, columns)
    }
    const isCovered = left > 0 && above !== null
    if (isCovered && above) line.expected.executors = above.expected.executors
    left = isCovered ? left - 1 : chance.happens(0.3) && (line.texts.executors ?? '') !== '' ? 1 + chance.below(2) : 0
    above = line
    return columns.map(({ role }): WrittenCell => {
      if (isCovered && role === 'executors') return { text: '', isCovered: true }
      return { text: line.texts[role] ?? '' }
    })
  })
}
