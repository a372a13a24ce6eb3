import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useDraft } from '../../../web/draft.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { shortPersonName } from '../../access/person-name.ts'
import type { CommentView, MapView, RowView } from '../view.ts'
import { schoolMaps } from './client.ts'
import { words } from './map-words.ts'
import classes from './row-comments.module.css'

type Props = { view: MapView; activityId: RowView['activityId'] | null }

/** What was said beside a row, or of the whole map. */
export function Comments({ view, activityId }: Props) {
  const said = view.comments.filter((one) => one.activityId === activityId)
  if (said.length === 0 && !view.may.comment) return null
  return (
    <div className={classes.comments}>
      {said.map((one) => (
        <Comment key={one.id} comment={one} mayResolve={view.may.comment} />
      ))}
      {view.may.comment && view.revision ? (
        <NewComment key={view.revision.id} revisionId={view.revision.id} activityId={activityId} />
      ) : null}
    </div>
  )
}

function Comment({ comment, mayResolve }: { comment: CommentView; mayResolve: boolean }) {
  const t = useWords(words)
  const format = useFormat()
  const resolve = useChange(schoolMaps.resolveMapComment, { refreshes: [schoolMaps.loadSchoolMap] })
  const { id, rowVersion, author, at, resolvedAt } = comment
  return (
    <div className={classes.comment} data-resolved={resolvedAt !== null}>
      <p className={classes.by}>
        {t('comments.by', { name: author ? shortPersonName(author) : '', at: format.moment(at) })}
        {resolvedAt ? `, ${t('comments.resolved', { at: format.moment(resolvedAt) })}` : ''}
      </p>
      <p className={classes.words}>{comment.words}</p>
      {mayResolve && !resolvedAt ? (
        <Button variant="subtle" loading={resolve.isPending} onClick={() => resolve.run({ id, rowVersion })}>
          {t('comments.resolve')}
        </Button>
      ) : null}
      <RefusalNote refusal={resolve.refusal} onRetry={resolve.retry} />
    </div>
  )
}

type NewProps = Pick<Props, 'activityId'> & { revisionId: NonNullable<MapView['revision']>['id'] }

function NewComment({ revisionId, activityId }: NewProps) {
  const t = useWords(words)
  const draft = useDraft(`school-map.comment.${revisionId}.${activityId ?? 'whole'}`, '')
  const [isOpen, setOpen] = useState(draft.value !== '')
  const add = useChange(schoolMaps.commentSchoolMap, {
    refreshes: [schoolMaps.loadSchoolMap],
    onDone: () => {
      draft.clear()
      setOpen(false)
    },
  })
  const said = draft.value.trim()
  const send = (event: FormEvent) => {
    event.preventDefault()
    add.run({ id: revisionId, activityId, words: said })
  }
  if (!isOpen) {
    return (
      <div>
        <Button variant="subtle" onClick={() => setOpen(true)}>
          {t('comments.add')}
        </Button>
      </div>
    )
  }
  return (
    <form className={classes.form} onSubmit={send}>
      <Textarea
        label={t('comments.label')}
        autosize
        minRows={2}
        autoFocus
        value={draft.value}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" loading={add.isPending} disabled={said === ''}>
          {t('comments.save')}
        </Button>
        <Button variant="subtle" onClick={() => setOpen(false)}>
          {t('step.cancel')}
        </Button>
      </div>
      <RefusalNote refusal={add.refusal} onRetry={add.retry} />
    </form>
  )
}
