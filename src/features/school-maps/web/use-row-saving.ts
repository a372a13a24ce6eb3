import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { OnBehalf } from '../../../kernel/on-behalf.ts'
import { currentTime } from '../../../web/clock.ts'
import { refresh } from '../../../web/query.ts'
import { Refused } from '../../../web/refused.ts'
import { fieldsChanged } from '../../road-maps/row-difference.ts'
import { RowView } from '../view.ts'
import { schoolMaps } from './client.ts'

/** The fields of a row as they are typed: all of them texts but two. */
export type Typed = {
  cause: string
  title: string
  indicator: string
  responsible: string
  periodText: string
  expectedResult: string
  proof: RowView['proof']
  supportsActivityId: RowView['supportsActivityId']
  removed: boolean
}
export type TypedField = keyof Typed

/** One field on its way; `from` is what stood in it when it was begun. */
type Edit = { change: Partial<Typed>; from: Partial<Typed> }

/** The same field was changed by somebody else: both versions, until one of them is chosen. */
export type Meeting = { edit: Edit; current: RowView }

export type RowSaving = {
  save: (change: Partial<Typed>, from: Partial<Typed>) => void
  savedAt: Date | null
  isPending: boolean
  /** What is on its way: chosen already for the eye, before the server has it. */
  pending: Partial<Typed>
  refusal: Refused | null
  meeting: Meeting | null
  keepMine: () => void
  takeTheirs: () => void
}

/**
 * Saves a row field by field, one after another. Whoever else changed other fields of it is no obstacle: both stand.
 * Where the same field was changed, nothing is written until the person has seen both.
 */
export function useRowSaving(row: RowView, onBehalf: OnBehalf | null): RowSaving {
  const seen = useRef(row)
  if (row.rowVersion > seen.current.rowVersion) seen.current = row
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [meeting, setMeeting] = useState<Meeting | null>(null)
  const mutation = useMutation<RowView | null, Error, Edit>({
    scope: { id: `school-map-row-${row.id}` },
    mutationFn: async (edit) => {
      for (;;) {
        const current = seen.current
        // Whoever was quicker touched the same field: both versions are shown.
        if (fieldsChanged<Partial<Typed>>(typedOf(current), edit.from).length > 0) {
          setMeeting({ edit, current })
          return null
        }
        const place = { id: row.id, rowVersion: current.rowVersion }
        try {
          return await schoolMaps.changeMapRow({ ...place, change: edit.change, onBehalf })
        } catch (error) {
          const newer = newerRow(error)
          if (!newer) throw error
          seen.current = newer
        }
      }
    },
    onSuccess: async (saved) => {
      if (saved) {
        seen.current = saved
        setSavedAt(currentTime())
      }
      await refresh([schoolMaps.loadSchoolMap])
    },
    throwOnError: (error) => !(error instanceof Refused),
  })
  return {
    save: (change, from) => mutation.mutate({ change, from }),
    savedAt,
    isPending: mutation.isPending,
    pending: mutation.isPending ? mutation.variables.change : {},
    refusal: mutation.error instanceof Refused ? mutation.error : null,
    meeting,
    keepMine: () => {
      if (meeting) mutation.mutate({ change: meeting.edit.change, from: pick(typedOf(meeting.current), meeting.edit) })
      setMeeting(null)
    },
    takeTheirs: () => setMeeting(null),
  }
}

export function typedOf(row: RowView): Typed {
  const { cause, title, indicator, responsible, expectedResult, proof, supportsActivityId, removed } = row
  const periodText = row.period?.text ?? ''
  return { cause, title, indicator, responsible, periodText, expectedResult, proof, supportsActivityId, removed }
}

function pick(typed: Typed, { from }: Edit): Partial<Typed> {
  return Object.fromEntries(Object.entries(typed).filter(([field]) => field in from))
}

function newerRow(error: unknown): RowView | null {
  if (!(error instanceof Refused) || !error.isStale) return null
  const parsed = RowView.safeParse(error.answer.current)
  return parsed.success ? parsed.data : null
}
