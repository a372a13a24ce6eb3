import type { Span, Table } from '../../paper/paper.ts'
import { tableOf } from './drawn-table.ts'
import type { Column, Guess, Layout } from './layout.ts'

/** A plan that a paper writes as a list, in the shape of a table: what a list never names has no column. */
export type ListedPlan = { title: string | null; table: Table; layout: Layout }

/** An activity of a list, or a heading over those that follow. */
export type ListedRow = { heading: string; lines?: Span | undefined } | ListedActivity

export type ListedActivity = {
  number: string | null
  title: string
  period: string
  executors: string
  result: string
  audience?: string
  /** The lines of the text that say it. */
  lines?: Span | undefined
}

const roles = ['number', 'title', 'period', 'executors', 'result', 'audience'] as const

export function listedPlanOf(title: string | null, rows: ListedRow[], guess: Guess | null): ListedPlan {
  const activities = rows.filter((row) => 'title' in row)
  const used = roles.filter((role) => role === 'title' || activities.some((row) => (row[role] ?? '') !== ''))
  const columns = used.map((role, at): Column => ({ header: '', role, at }))
  const texts = rows.map((row) => ('heading' in row ? [row.heading] : used.map((role) => row[role] ?? '')))
  const table = tableOf({ rows: texts, spans: rows.map(({ lines }) => lines) }, 1)
  return { title, table, layout: { columns, firstRow: 0, guess, caption: null, isList: true } }
}
