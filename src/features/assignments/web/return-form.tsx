import { Button, Textarea } from '@mantine/core'
import type { FormEvent } from 'react'
import { announce } from '../../../web/announce.tsx'
import { useDraft } from '../../../web/draft.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { AttemptView } from '../cell-view.ts'
import classes from './cell-panel.module.css'
import { words } from './cell-words.ts'
import { assignments } from './client.ts'
import { useFreshAfter } from './use-fresh-after.ts'

type Props = { attempt: AttemptView; onDone: () => void }

const SHORTEST_COMMENT = 3

/** The comment is compulsory: the school reads it word for word. */
export function ReturnForm({ attempt, onDone }: Props) {
  const t = useWords(words)
  const draft = useDraft(`return.${attempt.id}`, '')
  const back = useChange(assignments.returnSubmission, {
    onDone: () => {
      draft.clear()
      announce(t('return.done'))
      onDone()
    },
  })
  useFreshAfter(back.refusal)
  const comment = draft.value.trim()
  const send = (event: FormEvent) => {
    event.preventDefault()
    back.run({ id: attempt.id, rowVersion: attempt.rowVersion, comment })
  }
  return (
    <form className={classes.form} onSubmit={send}>
      <Textarea
        label={t('return.comment')}
        description={t('return.comment.hint')}
        autosize
        minRows={2}
        data-autofocus
        value={draft.value}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <RefusalNote refusal={back.refusal} onRetry={back.retry} />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={back.isPending} disabled={comment.length < SHORTEST_COMMENT}>
          {t('return.confirm')}
        </Button>
        <Button onClick={onDone}>{t('record.cancel')}</Button>
      </div>
    </form>
  )
}
