import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useDraft } from '../../../web/draft.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { Page } from '../../../web/shell/page.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { corrections } from './client.ts'
import classes from './correction-page.module.css'
import { words } from './correction-words.ts'
import { GroundsFields, givenGrounds, noGrounds } from './grounds-fields.tsx'
import { paths } from './paths.ts'

/** Why the map is to change, before anything of it does. */
export function BeginCorrection({ roadMapId }: { roadMapId: string }) {
  const t = useWords(words)
  const draft = useDraft(`correction.${roadMapId}`, noGrounds)
  const [isTried, setTried] = useState(false)
  const start = useChange(corrections.startCorrection, { onDone: draft.clear })
  const begin = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const grounds = givenGrounds(draft.value)
    if (grounds) start.run({ roadMapId, ...grounds })
  }
  return (
    <Page
      title={t('title')}
      crumbs={[{ label: t('crumb'), path: paths.plan(roadMapId) }]}
      primary={
        <Button type="submit" form="begin-correction" variant="filled" loading={start.isPending}>
          {t('begin.button')}
        </Button>
      }
    >
      <p className={classes.lead}>{t('begin.lead')}</p>
      <form id="begin-correction" className={classes.form} onSubmit={begin} noValidate>
        <GroundsFields value={draft.value} onChange={draft.set} isTried={isTried} />
      </form>
      <RefusalNote refusal={start.refusal} onRetry={start.retry} />
    </Page>
  )
}
