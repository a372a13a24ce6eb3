import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { useDraft } from '../../../web/draft.ts'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { Page } from '../../../web/shell/page.tsx'
import { useChange } from '../../../web/use-change.ts'
import { usePathParam } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import type { NextYearView } from '../contract.ts'
import { ChooseSchools, type Chosen, everybody, listedIn } from './choose-schools.tsx'
import { rollovers } from './client.ts'
import classes from './next-year-page.module.css'
import { words } from './next-year-words.ts'
import { paths } from './paths.ts'

/** A road map on its way into the next year: who takes part, and what was not finished. */
export function NextYearPage() {
  const roadMapId = usePathParam('roadMapId')
  const found = useCall(rollovers.previewNextYear, { roadMapId })
  return <Loaded call={found}>{(view) => <NextYear roadMapId={roadMapId} view={view} />}</Loaded>
}

function NextYear({ roadMapId, view }: { roadMapId: string; view: NextYearView }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const draft = useDraft<Chosen>(`next-year.${roadMapId}`, everybody)
  const toYear = view.year + 1
  const start = useChange(rollovers.startNextYear, {
    onDone: ({ id }) => {
      draft.clear()
      navigate({ to: paths.import(id) })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { way, without } = draft.value
    const schools = view.schools.map((one) => one.organisationId).filter((id) => !without.includes(id))
    start.run({ roadMapId, toYear, schools, listed: way === 'listed' ? listedIn(draft.value.list) : [] })
  }
  return (
    <Page
      title={t(view.isSchoolYear ? 'title.school' : 'title', { year: toYear, next: toYear + 1 })}
      crumbs={[{ label: t('crumb'), path: paths.plan(roadMapId) }]}
      primary={
        view.started ? null : (
          <Button type="submit" form="next-year" variant="filled" loading={start.isPending}>
            {t('start')}
          </Button>
        )
      }
    >
      <RefusalNote refusal={start.refusal} onRetry={start.retry} />
      {view.started ? (
        <Notice actions={<Link to={paths.import(view.started.id)}>{t('started.open')}</Link>}>
          {t(view.started.status === 'confirmed' ? 'started.confirmed' : 'started.ready')}
        </Notice>
      ) : (
        <form id="next-year" className={classes.form} onSubmit={submit} noValidate>
          <p>
            {t('lead')} {t('rows', { count: view.rows })}
          </p>
          <ChooseSchools schools={view.schools} value={draft.value} onChange={draft.set} />
          <UnfinishedRows rows={view.unfinished} />
        </form>
      )}
    </Page>
  )
}

function UnfinishedRows({ rows }: { rows: NextYearView['unfinished'] }) {
  const t = useWords(words)
  return (
    <section>
      <h2>{t('unfinished')}</h2>
      <p>{t(rows.length === 0 ? 'unfinished.none' : 'unfinished.lead')}</p>
      <ul className={classes.rows}>
        {rows.map(({ activityId, number, title, names }) => (
          <li key={activityId}>
            {number ? `${number}. ` : ''}
            {title}
            <small>{t('unfinished.by', { count: names.length, names: names.join(', ') })}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
