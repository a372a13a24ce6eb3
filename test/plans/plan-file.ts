import { readdirSync, readFileSync } from 'node:fs'
import { type Day, day, daysInMonth } from '../../src/kernel/day.ts'
import { readDocx } from '../../src/paper/docx.ts'
import type { Paper } from '../../src/paper/paper.ts'
import { readText } from '../../src/paper/text.ts'
import { p, tbl, tc, tr, wordFile } from '../harness/word-file.ts'

/** One row as its plan's author means it: the cells in the order of `cellNames`. */
export type ExpectedRow = Record<CellName, string>

export const cellNames = ['section', 'number', 'title', 'period', 'executors', 'result', 'audience'] as const
export type CellName = (typeof cellNames)[number]

/** A plan made up for the tests, with the answer written before it was ever read. */
export type PlanFile = {
  name: string
  paper: Paper
  title: string | null
  rows: ExpectedRow[]
  findings: string[]
}

export function plansOf(half: 'work' | 'kept' | 'fresh' | 'mended' | 'unseen' | 'later' | 'third'): PlanFile[] {
  const folder = new URL(`./${half}/`, import.meta.url)
  return readdirSync(folder)
    .toSorted()
    .map((file) => planFrom(file.replace('.txt', ''), readFileSync(new URL(file, folder), 'utf8')))
}

/** Head («form: word» or «form: text»), the plan itself, and what is expected of it. */
function planFrom(name: string, text: string): PlanFile {
  const [head = '', plan = '', expected = ''] = text.split(/^=====\n/m)
  const lines = expected.split('\n').filter((line) => line !== '')
  const title = lines.find((line) => line.startsWith('title: '))?.slice('title: '.length) ?? null
  const paper = head.includes('word') ? readDocx(wordFile(wordBody(plan))) : readText(Buffer.from(plan))
  const findings = lines.filter((line) => line.startsWith('! ')).map((line) => line.slice(2))
  return { name, paper, title, rows: expectedRows(lines), findings: findings.toSorted() }
}

function expectedRows(lines: string[]): ExpectedRow[] {
  let section = ''
  return lines.flatMap((line) => {
    if (/^(title:|!)/.test(line)) return []
    if (line.startsWith('# ')) {
      section = line.slice(2)
      return []
    }
    const [number = '', title = '', period = '', executors = '', result = '', audience = ''] = line.split(/ *\| */)
    return [{ section, number, title, period: period.split(', ').map(inDays).join(', '), executors, result, audience }]
  })
}

/** «03.2024-05.2024», «-15.05.2024», «2024»: as the days that they cover; other words stay. */
function inDays(term: string): string {
  if (!/^[\d.-]+$/.test(term)) return term
  const [from = '', to = from] = term.split('-')
  return `${edge(from, 'first')}…${edge(to, 'last')}`
}

function edge(text: string, end: 'first' | 'last'): Day | '' {
  if (text === '') return ''
  const [year = 0, month = end === 'first' ? 1 : 12, date] = text.split('.').map(Number).toReversed()
  return day(year, month, date ?? (end === 'first' ? 1 : daysInMonth(year, month)))
}

/** Paragraphs by line; a table between «[[» and «]]»: «{3}» widens a cell, «^» goes on from above, «//» parts paragraphs. */
function wordBody(plan: string): string {
  const parts = plan.split(/^\[\[\n|^\]\]\n?/m)
  return parts.map((part, index) => (index % 2 === 1 ? table(part) : paragraphs(part))).join('')
}

function paragraphs(text: string): string {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => p(escaped(line)))
    .join('')
}

type GridCell = { text: string; at: number; width: number }

function table(text: string): string {
  const rows = text.trimEnd().split('\n').map(gridRow)
  return tbl(rows.map((cells, index) => tr(cells.map((cell) => wordCell(cell, rows[index + 1] ?? [])))))
}

function gridRow(line: string): GridCell[] {
  let at = 0
  return line.split('|').map((raw) => {
    const [mark, digits] = /\{(\d)\}/.exec(raw) ?? []
    const cell = { text: raw.replace(mark ?? '', '').trim(), at, width: Number(digits ?? 1) }
    at += cell.width
    return cell
  })
}

function wordCell({ text, at, width }: GridCell, below: GridCell[]): string {
  const isCovered = text === '^'
  const begins = !isCovered && below.some((cell) => cell.at === at && cell.text === '^')
  const merge = isCovered ? '<w:vMerge/>' : begins ? '<w:vMerge w:val="restart"/>' : ''
  const span = width > 1 ? `<w:gridSpan w:val="${width}"/>` : ''
  const content = (isCovered ? '' : text).split('//').map((line) => p(escaped(line.trim())))
  return tc(content.join(''), span + merge)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
