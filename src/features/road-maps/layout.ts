import type { Row } from '../../paper/paper.ts'
import type { ColumnRole } from './order.ts'

/** A column of a road map's table: its head, what it is for, and the grid column in which it begins. */
export type Column = {
  header: string
  role: ColumnRole
  at: number
  /** A mark in this column stands for these words: «I квартал». */
  term?: string
  /** Where several columns say the term together, from years (0) to days (4). */
  fineness?: number
  /** Its cells stand over several rows and name their section. */
  isHeading?: boolean
  /** Its cells name who carries it out as well. */
  isWithExecutors?: boolean
}

/** How a table is to be read. `guess` is set where the head did not say it and something else suggested it. */
export type Layout = {
  columns: Column[]
  firstRow: number
  guess: Guess | null
  caption: string | null
  /** A section that stands above the head, where every further section stands above a head of its own. */
  opening?: Row
  /** No row goes on from the one above: the rows were items of a list. */
  isList?: boolean
}

/** What a reader is told where the purpose of columns is our guess, and how sure we are, from 0 to 1. */
export type Guess = { message: string; confidence: number }
