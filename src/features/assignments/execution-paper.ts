import type { AssignmentState } from '../../kernel/assignment-state.ts'
import { type Day, dotted } from '../../kernel/day.ts'
import { withCapital } from '../../kernel/with-capital.ts'
import type { WrittenBlock, WrittenCell } from '../../paper/written.ts'
import { blankBody, type DraftPaper } from '../documents/document-body.ts'
import type { ProgrammeFacts } from '../programmes/programme-facts.ts'
import { paperWords } from './paper-words.ts'

/** What one organisation has done of an activity. */
export type ExecutionMark = { organisation: string; state: AssignmentState; doneOn: Day | null; dueOn: Day | null }

export type ExecutionRow = {
  section: string | null
  number: string | null
  title: string
  period: string | null
  marks: readonly ExecutionMark[]
}

/** The road map with «Отметка об исполнении», as it stands on a day. */
export function executionTable(
  facts: ProgrammeFacts,
  map: { title: string; today: Day; rows: readonly ExecutionRow[] },
): DraftPaper {
  const heading = `${map.title}: исполнение на ${dotted(map.today)}`
  const table: WrittenBlock = {
    headRows: [head.map((text) => ({ text, isBold: true, align: 'center' as const }))],
    rows: map.rows.flatMap((row, index) => [
      ...(row.section !== null && row.section !== map.rows[index - 1]?.section ? [sectionRow(row.section)] : []),
      [row.number ?? '', row.title, row.period ?? '', row.marks.length === 0 ? '' : markText(row.marks)].map(
        (text): WrittenCell => ({ text }),
      ),
    ]),
    widths: [8, 62, 34, 96],
  }
  return {
    kind: 'report',
    heading,
    body: {
      ...blankBody('report', facts.authority.fullName),
      signatory: facts.signatory,
      annexes: [{ orientation: 'landscape', approval: null, title: heading, blocks: [table] }],
    },
  }
}

const head = ['№ п/п', 'Наименование мероприятия', 'Сроки', 'Отметка об исполнении']

function sectionRow(section: string): WrittenCell[] {
  return [{ text: section, span: head.length, isBold: true }]
}

/** One line for each state and day, the finished first. */
export function markText(marks: readonly ExecutionMark[]): string {
  const lines = new Map<string, string[]>()
  for (const state of order) {
    for (const mark of marks.filter((one) => one.state === state).sort(byDay)) {
      const line = stateWithDay(mark)
      lines.set(line, [...(lines.get(line) ?? []), mark.organisation])
    }
  }
  return [...lines].map(([line, names]) => `${line}: ${names.join(', ')}`).join('\n')
}

function byDay(one: ExecutionMark, other: ExecutionMark): number {
  return (one.doneOn ?? one.dueOn ?? '').localeCompare(other.doneOn ?? other.dueOn ?? '')
}

function stateWithDay({ state, doneOn, dueOn }: ExecutionMark): string {
  const word = withCapital(paperWords.ru[`state.${state}`])
  if (doneOn !== null) return `${word} ${dotted(doneOn)}`
  const isRunning = state === 'open' || state === 'due-soon' || state === 'ahead'
  return isRunning && dueOn !== null ? `${word}, до ${dotted(dueOn)}` : word
}

const order: readonly AssignmentState[] = [
  'off-control',
  'accepted',
  'waiting',
  'returned',
  'open',
  'due-soon',
  'ahead',
  'window-missed',
  'late',
  'no-date',
  'not-applicable',
]
