import { useEffect } from 'react'
import type { Draft } from '../../../web/draft.ts'
import { useCall } from '../../../web/query.ts'
import { documents } from './client.ts'
import type { TaskDraft } from './task-draft.ts'

/** Begins the form of a task with what a letter of the journal says, once. */
export function useLetter(letterId: string | undefined, { value, set }: Draft<TaskDraft>): void {
  const { data: letter } = useCall(documents.loadDocument, { id: letterId ?? '' }, { enabled: letterId !== undefined })
  useEffect(() => {
    if (!letter || value.documentId === letter.id) return
    set({
      ...value,
      documentId: letter.id,
      text: letter.title,
      number: letter.number ?? '',
      sender: letter.sender ?? '',
      dueOn: letter.dueOn ?? value.dueOn,
      dueTime: letter.dueTime ?? value.dueTime,
    })
  }, [letter, value, set])
}
