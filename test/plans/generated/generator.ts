import type { ColumnRole } from '../../../src/features/road-maps/order.ts'
import type { ExpectedRow } from '../plan-file.ts'
import { type Chance, chanceOf } from './chance.ts'
import { acts, audiences, executors, heads, results, sections, subjects, titles } from './plan-pools.ts'
import { makeEnds, makeTerm, type PlanYear } from './terms.ts'

/** What a format can hold; a plan is made within it. */
export type Ability = {
  merges: boolean
  /** Line breaks inside cells. */
  lines: boolean
  /** One cell per line: every row begins with its number, and a section too. */
  isStacked: boolean
}

export type PlanColumn = { role: ColumnRole; header: string; above: string | null }

/** A row as it is written, beside what it means; a section has no cells. */
export type PlanLine = { section: string } | { texts: Partial<Record<ColumnRole, string>>; expected: ExpectedRow }

export type GeneratedPlan = {
  title: string
  year: PlanYear
  columns: PlanColumn[]
  lines: PlanLine[]
  features: { numbersRow: boolean; breaks: boolean; verticalMerges: boolean }
}

/** A plan with known truth; the same seed and ability give the same plan. */
export function generatePlan(seed: number, ability: Ability): GeneratedPlan {
  const chance = chanceOf(seed)
  const year = { first: 2022 + chance.below(5), isSchoolYear: chance.happens(0.25) }
  const term = year.isSchoolYear
    ? `на ${year.first}/${year.first + 1} учебный год`
    : chance.one([`на ${year.first} год`, `в ${year.first} году`])
  const columns = makeColumns(chance, ability)
  const breaks = chance.happens(0.35) && !ability.isStacked && has(columns, 'number')
  return {
    title: `${chance.one(titles)} ${term}`,
    year,
    columns,
    lines: makeLines({ chance, ability, year, columns }),
    features: {
      numbersRow: chance.happens(0.25) && !ability.isStacked,
      breaks,
      verticalMerges: !breaks && ability.merges && chance.happens(0.35),
    },
  }
}

export function has(columns: readonly PlanColumn[], role: ColumnRole): boolean {
  return columns.some((column) => column.role === role)
}

function makeColumns(chance: Chance, { merges, isStacked }: Ability): PlanColumn[] {
  const column = (role: keyof typeof heads): PlanColumn => ({ role, header: chance.one(heads[role]), above: null })
  const isNumbered = isStacked || chance.happens(0.9)
  const words = [
    ...(chance.happens(0.95) ? [column('executors')] : []),
    ...(chance.happens(0.85) ? [column('result')] : []),
    ...(chance.happens(0.6) ? [column('audience')] : []),
  ]
  const period = chance.happens(0.12) ? startAndEnd(chance, merges) : [column('period')]
  const usual = [[column('title')], period, ...words.map((one) => [one])]
  const body = (chance.happens(0.5) ? chance.shuffled(usual) : usual).flat()
  return isNumbered ? [isStacked ? { ...column('number'), header: '№ п/п' } : column('number'), ...body] : body
}

function startAndEnd(chance: Chance, hasMerges: boolean): PlanColumn[] {
  const above = hasMerges && chance.happens(0.6) ? chance.one(['Сроки', 'Срок исполнения', 'Период']) : null
  const names = above === null ? ['Дата начала', 'Дата окончания'] : ['начало', 'окончание']
  return [
    { role: 'start', header: names[0] ?? '', above },
    { role: 'end', header: names[1] ?? '', above },
  ]
}

type Making = { chance: Chance; ability: Ability; year: PlanYear; columns: PlanColumn[] }

function makeLines(making: Making): PlanLine[] {
  const { chance, ability, columns } = making
  const names = chance.some(sections, chance.happens(0.3) ? 0 : 2 + chance.below(3))
  const isRoman = chance.happens(0.3)
  const isDotted = !isRoman && chance.happens(0.6)
  const isBare = !ability.isStacked && (ability.merges || has(columns, 'number')) && chance.happens(0.15)
  const deeds = chance.shuffled(acts.flatMap((act) => subjects.map((subject) => `${act} ${subject}`)))
  let count = 0
  let inPlan = 0
  const rows = (heading: string, prefix: string): PlanLine[] =>
    Array.from({ length: 2 + chance.below(5) }, (_, at) => {
      count += 1
      inPlan += 1
      const number = prefix === '' ? String(isRoman ? at + 1 : inPlan) : `${prefix}.${at + 1}`
      return makeRow(making, { heading, number, title: deeds[count] ?? '' })
    })
  if (names.length === 0) return [...rows('— | —', ''), ...rows('— | —', ''), ...rows('— | —', '')]
  return names.flatMap((name, index): PlanLine[] => {
    const number = isBare ? null : isRoman ? (['I', 'II', 'III', 'IV'][index] ?? '') : String(index + 1)
    const section = number === null ? name : `${number}. ${name}`
    return [{ section }, ...rows(`${number ?? '—'} | ${name}`, isDotted && number !== null ? number : '')]
  })
}

type Deed = { heading: string; number: string; title: string }

function makeRow({ chance, ability, year, columns }: Making, { heading, number, title }: Deed): PlanLine {
  const separator = chance.one(ability.lines ? [', ', '; ', '\n', ',\n'] : [', ', '; '])
  const doers = chance.some(executors, 1 + chance.below(3))
  // Where only the line parts them, names begin with capitals, or they would be one name that runs over.
  const names = separator === '\n' ? doers.map(capital) : doers
  const groups = chance.some(audiences, 1 + chance.below(2))
  const hasEnds = has(columns, 'start')
  const ends = hasEnds ? makeEnds(chance, year) : null
  const term = ends ?? makeTerm(chance, year)
  const filled = (role: ColumnRole, likelihood: number) => has(columns, role) && !chance.happens(likelihood)
  const hasTerm = !chance.happens(0.05)
  const [isDone, hasResult, hasGroups] = [filled('executors', 0.05), filled('result', 0.07), filled('audience', 0.07)]
  const result = chance.one(results)
  const isSlipped = chance.happens(0.03)
  const written = isSlipped && has(columns, 'number') ? chance.one([`${title},`, `${title} «Опыт`]) : title
  return {
    texts: {
      number: number === '' ? '' : chance.one([number, `${number}.`]),
      title: written,
      period: hasTerm ? term.text : '',
      start: hasTerm ? (ends?.start ?? '') : '',
      end: hasTerm ? (ends?.end ?? '') : '',
      executors: isDone ? names.join(separator) : '',
      result: hasResult ? result : '',
      audience: hasGroups ? groups.join(', ') : '',
    },
    expected: {
      section: heading,
      number: has(columns, 'number') ? number : '—',
      title: written,
      period: hasTerm ? term.means : '',
      executors: isDone ? names.join(' + ') : '',
      result: hasResult ? result : '',
      audience: hasGroups ? groups.join(' + ') : '',
    },
  }
}

function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
