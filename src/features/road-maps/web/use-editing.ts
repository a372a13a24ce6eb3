import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import * as z from 'zod'
import type { OutputOf } from '../../../kernel/contract.ts'
import { currentTime } from '../../../web/clock.ts'
import { refresh, remember } from '../../../web/query.ts'
import { Refused } from '../../../web/refused.ts'
import type { ImportView, importsContract } from '../import-contract.ts'
import { type Understanding, UnderstandingSchema } from '../understanding.ts'
import { imports } from './client.ts'

type Answer = OutputOf<typeof importsContract.changeHeader>
type Place = { id: ImportView['id']; rowVersion: number }

/** One value on its way to the server, and how to say it should somebody else have changed it meanwhile. */
export type Edit = {
  send: (place: Place) => Promise<Answer>
  name: string
  yours: string
  /** The field it was typed in, which shows the refusal itself. */
  field?: string
  /** The same value in another state of the understanding. */
  read: (understanding: Understanding) => string
}

export const CurrentUnderstanding = z.object({ rowVersion: z.int(), understanding: UnderstandingSchema })

export type Editing = {
  edit: (edit: Edit) => void
  isPending: boolean
  savedAt: Date | null
  refusal: Refused | null
  /** The edit that was refused. */
  failed: Edit | null
  keepMine: (current: Answer) => void
  takeTheirs: (current: Answer) => void
  forget: () => void
}

/** Edits of one understanding, one after another, each with the row version that the one before it left. */
export function useEditing(view: ImportView): Editing {
  const rowVersion = useRef(view.rowVersion)
  rowVersion.current = Math.max(rowVersion.current, view.rowVersion)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const accept = (answer: Answer) => {
    rowVersion.current = answer.rowVersion
    remember(imports.loadImport, { id: view.id }, { ...view, ...answer })
  }
  const mutation = useMutation<Answer, Error, Edit>({
    scope: { id: `import-${view.id}` },
    mutationFn: (edit) => edit.send({ id: view.id, rowVersion: rowVersion.current }),
    onSuccess: (answer) => {
      accept(answer)
      setSavedAt(currentTime())
      refresh([imports.compareImport, imports.draftAmendments])
    },
    throwOnError: (error) => !(error instanceof Refused),
  })
  const failed = mutation.error ? (mutation.variables ?? null) : null
  return {
    edit: (edit) => mutation.mutate(edit),
    isPending: mutation.isPending,
    savedAt,
    refusal: mutation.error instanceof Refused ? mutation.error : null,
    failed,
    keepMine: (current) => {
      accept(current)
      if (failed) mutation.mutate(failed)
    },
    takeTheirs: (current) => {
      accept(current)
      mutation.reset()
    },
    forget: mutation.reset,
  }
}
