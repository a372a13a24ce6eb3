import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import * as z from 'zod'
import { Dialog } from '../../../web/dialog.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { StaleNote } from '../../../web/stale-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { ChangedWords } from '../../road-maps/web/changed-fields.tsx'
import type { CorrectionView } from '../contract.ts'
import { corrections } from './client.ts'
import classes from './corrected-rows.module.css'
import { words } from './correction-words.ts'

const Current = z.object({ rowVersion: z.int(), newTitle: z.string().nullable() })

type Props = { correction: CorrectionView }

/** What the map is called, and what it is to be called: the title goes into plans, letters and papers. */
export function MapTitle({ correction }: Props) {
  const t = useWords(words)
  const { id, rowVersion, title, newTitle } = correction
  const [isOpen, setOpen] = useState(false)
  const restore = useChange(corrections.nameMap)
  return (
    <article className={classes.row} data-kind={newTitle === null ? 'same' : 'changed'}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          <span className={classes.what}>{t('map.title')}</span> {newTitle === null ? title : null}
        </h2>
        <div className={classes.actions}>
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
            {t('map.change')}
          </Button>
          {newTitle === null ? null : (
            <Button
              size="compact-xs"
              variant="subtle"
              loading={restore.isPending}
              onClick={() => restore.run({ id, rowVersion, title })}
              aria-label={`${t('row.restore')}: ${t('map.title')}`}
            >
              {t('row.restore')}
            </Button>
          )}
        </div>
      </div>
      {newTitle === null ? null : <ChangedWords changes={[{ name: t('map.name'), before: title, after: newTitle }]} />}
      <RefusalNote refusal={restore.refusal} onRetry={restore.retry} />
      {isOpen ? <ChangeTitle correction={correction} onClose={() => setOpen(false)} /> : null}
    </article>
  )
}

function ChangeTitle({ correction, onClose }: Props & { onClose: () => void }) {
  const t = useWords(words)
  const { id, title, newTitle } = correction
  const [typed, setTyped] = useState(newTitle ?? title)
  const save = useChange(corrections.nameMap, { onDone: onClose })
  const isEmpty = typed.trim() === ''
  const run = (rowVersion: number) => isEmpty || save.run({ id, rowVersion, title: typed })
  return (
    <Dialog
      isOpen
      title={t('map.change')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button variant="filled" loading={save.isPending} onClick={() => run(correction.rowVersion)}>
            {t('head.save')}
          </Button>
        </>
      }
    >
      <Textarea
        label={t('map.title')}
        description={t('map.title.hint')}
        required
        autosize
        minRows={3}
        value={typed}
        error={isEmpty ? t('map.title.error') : null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <StaleNote
        refusal={save.refusal}
        schema={Current}
        yours={typed}
        show={(current) => current.newTitle ?? title}
        onKeep={(current) => run(current.rowVersion)}
        onTake={onClose}
      />
      <RefusalNote refusal={save.refusal} onRetry={save.retry} />
    </Dialog>
  )
}
