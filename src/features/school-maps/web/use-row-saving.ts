import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { OnBehalf } from '../../../kernel/on-behalf.ts'
import { currentTime } from '../../../web/clock.ts'
import { refresh } from '../../../web/query.ts'
import { Refused } from '../../../web/refused.ts'
import { RowView } from '../view.ts'
import { schoolMaps } from './client.ts'
import {
  contestedFields,
  type Edit,
  fieldsOf,
  isGivenUp,
  isRecorded,
  type Typed,
  type TypedField,
  typedOf,
} from './row-edit.ts'

/** The same field was changed by somebody else: both versions, until one of them is chosen. */
export type Meeting = { edit: Edit; current: RowView; fields: readonly TypedField[] }

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
  /** What was typed in these fields is given up for what is recorded, until each has let go of it. */
  givenUp: readonly TypedField[]
  onGivenUp: (field: TypedField) => void
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
  const [givenUp, setGivenUp] = useState<readonly TypedField[]>([])
  const own = useRef<Partial<Typed>>({})
  const given = useRef<Partial<Typed>>({})
  const mutation = useMutation<RowView | null, Error, Edit>({
    scope: { id: `school-map-row-${row.id}` },
    mutationFn: async (edit) => {
      for (;;) {
        const current = seen.current
        const typed = typedOf(current)
        // Whoever was quicker touched the same field: both versions are shown.
        const fields = contestedFields(typed, edit, own.current)
        if (fields.length > 0) {
          if (!isGivenUp(fields, edit, given.current)) setMeeting({ edit, current, fields })
          return null
        }
        if (isRecorded(typed, edit)) return current
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
    onSuccess: async (saved, edit) => {
      if (saved) {
        seen.current = saved
        own.current = { ...own.current, ...fieldsOf(typedOf(saved), edit.change) }
        setSavedAt(currentTime())
        setMeeting((before) => (before && isMet(saved, before, own.current) ? before : null))
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
      if (meeting)
        mutation.mutate({ change: meeting.edit.change, from: fieldsOf(typedOf(meeting.current), meeting.edit.from) })
      setMeeting(null)
    },
    takeTheirs: () => {
      if (meeting) {
        given.current = { ...given.current, ...meeting.edit.change }
        setGivenUp(meeting.fields)
      }
      setMeeting(null)
    },
    givenUp,
    onGivenUp: (field) => setGivenUp((left) => left.filter((one) => one !== field)),
  }
}

/** Both versions still stand against each other. */
function isMet(saved: RowView, { edit }: Meeting, own: Partial<Typed>): boolean {
  return contestedFields(typedOf(saved), edit, own).length > 0
}

function newerRow(error: unknown): RowView | null {
  if (!(error instanceof Refused) || !error.isStale) return null
  const parsed = RowView.safeParse(error.answer.current)
  return parsed.success ? parsed.data : null
}
