import { writeXlsx } from 'hucre/xlsx'
import { dotted } from '../../kernel/day.ts'
import type { Language } from '../../kernel/words.ts'
import { sheetPage } from '../../paper/sheet-page.ts'
import { type BookWords, paperWords } from './paper-words.ts'
import type { RehearsalView } from './view.ts'

const bold = { font: { bold: true }, alignment: { vertical: 'top' as const, wrapText: true } }
const plain = { alignment: { vertical: 'top' as const, wrapText: true } }
const POINTS_IN_LINE = 15

/** The whole of it for Excel: the load, every piece of advice, and what each school will hand in. */
export function rehearsalBook(view: RehearsalView, language: Language): Promise<Uint8Array> {
  const say = paperWords[language]
  return writeXlsx({ sheets: [loadSheet(view, say), adviceSheet(view, say), handInSheet(view, say)] })
}

function loadSheet({ title, schools, load }: RehearsalView, say: BookWords) {
  const head = [say['head.school'], ...load.months.map(monthSaid), say['head.allYear']]
  const rows = schools.map(({ shortName }, place) => [
    shortName,
    ...(load.schools[place]?.months ?? []).map(({ rows, tasks }) => `${rows.length + tasks.length}`),
    `${load.schools[place]?.allYear.length ?? 0}`,
  ])
  return sheetOf({ name: say['sheet.load'], title, head, rows, widths: [32, ...load.months.map(() => 9), 14] })
}

function adviceSheet(view: RehearsalView, say: BookWords) {
  const { title, clashes, badDays, unready, order, schools } = view
  const named = (rows: readonly number[]) => rows.map((row) => rowSaid(view, row)).join('\n')
  const lines = [
    ...order.map(({ row, message, advice }) => [say['kind.order'], named([row]), `${message} ${advice}`]),
    ...clashes.map(({ kind, rows, start, end, schools: places, organisers }) => {
      const names = places.map((place) => schools[place]?.shortName ?? '')
      const who = (kind === 'same-organiser' ? organisers : names).join(', ')
      return [say[`kind.${kind}`], named(rows), fill(say.between, { start: dotted(start), end: dotted(end), who })]
    }),
    ...badDays.map(({ rows, on, during, before, after }) => {
      const days = { on: dotted(on), before: dotted(before), after: dotted(after) }
      const why = during
        ? fill(say.during, { ...days, title: during.title, start: dotted(during.startsOn), end: dotted(during.endsOn) })
        : fill(say.dayOff, days)
      return [say['kind.badDay'], named(rows), why]
    }),
    ...unready.map(({ row, lacks }) => [
      say['kind.unready'],
      named([row]),
      lacks.map((lack) => say[`lack.${lack}`]).join(', '),
    ]),
  ]
  const head = [say['head.kind'], say['head.what'], say['head.why']]
  return sheetOf({ name: say['sheet.advice'], title, head, rows: lines, widths: [32, 60, 60] })
}

function handInSheet(view: RehearsalView, say: BookWords) {
  const { title, schools, handIns, rows, tasks } = view
  const lines = schools.flatMap(({ shortName }, place) =>
    (handIns[place] ?? []).map(({ row, task, by }) => [
      shortName,
      by ? dotted(by) : say.noDay,
      row !== null ? rowSaid(view, row) : fill(say.task, { text: tasks[task ?? 0]?.text ?? '' }),
      row !== null ? (rows[row]?.periodText ?? '') : '',
    ]),
  )
  const head = [say['head.school'], say['head.by'], say['head.activity'], say['head.period']]
  return sheetOf({ name: say['sheet.handIns'], title, head, rows: lines, widths: [32, 16, 70, 30] })
}

function rowSaid({ rows }: RehearsalView, place: number): string {
  const row = rows[place]
  return row ? `${row.number ?? ''} ${row.title}`.trim() : ''
}

/** «03.2026». */
function monthSaid(month: string): string {
  return month.split('-').reverse().join('.')
}

function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
}

type Sheet = { name: string; title: string; head: string[]; rows: string[][]; widths: number[] }

/** Everything is text: what begins with «=» opens as it was typed. */
function sheetOf({ name, title, head, rows, widths }: Sheet) {
  const all = [[title], head, ...rows]
  const cells = new Map(
    all.flatMap((values, row) =>
      values.map((value, column) => {
        const cell = { value, type: 'string' as const, style: row < 2 ? bold : plain }
        return [`${row},${column}`, cell] as const
      }),
    ),
  )
  const rowDefs = new Map(
    all.map((values, row) => [row, { height: POINTS_IN_LINE * (row === 0 ? 1 : linesIn(values, widths)) }]),
  )
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: all,
    cells,
    rowDefs,
    freezePane: { rows: 2, columns: 1 },
    pageSetup: sheetPage({ from: 1, to: 2 }),
  }
}

function linesIn(values: readonly string[], widths: readonly number[]): number {
  const lines = values.map((value, column) =>
    value
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / (widths[column] ?? 20))), 0),
  )
  return Math.min(20, Math.max(1, ...lines))
}
