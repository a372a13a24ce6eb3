import { useMemo } from 'react'
import type { Day } from '../../../kernel/day.ts'
import type { Window } from '../../../kernel/period.ts'
import { type Draft, useDraft } from '../../../web/draft.ts'
import type { DatedTemplate } from '../contract.ts'
import { daysOfWindow, type Fallen, fallenOf, type Move, movedWindow } from '../dated-row.ts'
import { frameOf } from '../relative-term.ts'

/** One window of a row as it stands after whatever was moved, and what it falls on. */
export type DatedWindow = Fallen & {
  row: number
  window: number
  /** Null: as the template has it. */
  was: { end: Day } | null
  days: Window
  end: Day
}

export type Moving = {
  windows: readonly DatedWindow[]
  moves: readonly Move[]
  move: (at: { row: number; window: number }, end: Day | null) => void
  /** From days off to the working day before. */
  moveOffs: () => void
  back: () => void
  clear: Draft<{ moves: Move[] }>['clear']
}

const NOTHING: { moves: Move[] } = { moves: [] }

/** The windows of a dated template with what is moved in it; it survives a reload. */
export function useMoves(dated: DatedTemplate, place: string): Moving {
  const draft = useDraft(`template.${dated.template.key}.${dated.year}.${place}`, NOTHING)
  const { moves } = draft.value
  const windows = useMemo(() => windowsOf(dated, moves), [dated, moves])
  const others = ({ row, window }: { row: number; window: number }) =>
    moves.filter((one) => one.row !== row || one.window !== window)
  return {
    windows,
    moves,
    move: (at, end) => draft.set({ moves: end === null ? others(at) : [...others(at), { ...at, end }] }),
    moveOffs: () => {
      const off = windows.flatMap(({ row, window, on }) => {
        const found = on.find((one) => one.kind === 'day-off')
        return found ? [{ row, window, end: found.before }] : []
      })
      const kept = moves.filter((one) => !off.some((two) => two.row === one.row && two.window === one.window))
      draft.set({ moves: [...kept, ...off] })
    },
    back: () => draft.set(NOTHING),
    clear: draft.clear,
  }
}

function windowsOf(
  { rows, year, isSchoolYear, calendar, shortDays }: DatedTemplate,
  moves: readonly Move[],
): DatedWindow[] {
  const frame = frameOf({ year, isSchoolYear })
  return rows.flatMap(({ period }, row) =>
    (period?.windows ?? []).map((written, window): DatedWindow => {
      const to = moves.find((one) => one.row === row && one.window === window)?.end
      const days = to ? movedWindow(written, to, shortDays) : written
      return {
        ...fallenOf(days, { calendar, frame, shortDays }),
        ...{ row, window, days, end: daysOfWindow(days, frame).end },
        was: to ? { end: daysOfWindow(written, frame).end } : null,
      }
    }),
  )
}
