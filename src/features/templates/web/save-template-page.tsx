import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { Page } from '../../../web/shell/page.tsx'
import { useChange } from '../../../web/use-change.ts'
import { usePathParam } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { rowsOf, type TemplateContent } from '../template.ts'
import { templatesClient } from './client.ts'
import { paths } from './paths.ts'
import { words } from './template-words.ts'
import classes from './templates.module.css'
import { useTermWords } from './use-term-words.ts'

/** «Сохранить как шаблон»: what of the road map stays once its year and its names are left out. */
export function SaveTemplatePage() {
  const roadMapId = usePathParam('roadMapId')
  const found = useCall(templatesClient.previewTemplate, { roadMapId })
  return <Loaded call={found}>{(content) => <Saving roadMapId={roadMapId} content={content} />}</Loaded>
}

const SHORTEST = 2
const LONGEST = 300

function Saving({ roadMapId, content }: { roadMapId: string; content: TemplateContent }) {
  const t = useWords(words)
  const say = useTermWords(content.isSchoolYear)
  const navigate = useNavigate()
  const [title, setTitle] = useState(() => nameOf(content.mapTitle))
  const [placeOf, setPlaceOf] = useState('')
  const { data } = useCall(templatesClient.listTemplates, {})
  const own = data?.templates.filter((one) => one.own?.mayChange && one.kind === 'road-map') ?? []
  const former = own.find((one) => one.key === placeOf)
  const onDone = ({ key }: { key: string }) => {
    announce(t(former ? 'renew.done' : 'save.done'))
    navigate({ to: paths.template(key) })
  }
  const save = useChange(templatesClient.saveAsTemplate, { onDone })
  const renew = useChange(templatesClient.renewTemplate, { onDone })
  const keep = () => {
    if (former) renew.run({ key: former.key, rowVersion: former.own?.rowVersion ?? 0, roadMapId })
    else save.run({ roadMapId, title: title.trim() })
  }
  return (
    <Page
      title={t('save')}
      crumbs={[{ label: t('save.crumb'), path: paths.plan(roadMapId) }]}
      primary={
        <Button
          variant="filled"
          loading={save.isPending || renew.isPending}
          disabled={!former && title.trim().length < SHORTEST}
          onClick={keep}
        >
          {t(former ? 'renew' : 'save')}
        </Button>
      }
    >
      <div className={classes.page}>
        <RefusalNote refusal={save.refusal} onRetry={save.retry} />
        <RefusalNote refusal={renew.refusal} onRetry={renew.retry} />
        <p className={classes.lead}>{t('save.lead')}</p>
        {own.length > 0 ? (
          <NativeSelect
            className={classes.name}
            label={t('save.where')}
            description={former ? t('renew.text') : null}
            value={placeOf}
            data={[
              { value: '', label: t('save.new') },
              ...own.map((one) => ({ value: one.key, label: t('renew.of', { title: one.title }) })),
            ]}
            onChange={(event) => setPlaceOf(event.currentTarget.value)}
          />
        ) : null}
        {former ? null : (
          <TextInput
            className={classes.name}
            label={t('save.title')}
            value={title}
            maxLength={LONGEST}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        )}
        <section className={classes.section}>
          <h2>{t('save.preview')}</h2>
          <ul className={classes.list}>
            {rowsOf(content).map(({ row }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of a template is named by its place
              <li key={place}>
                <span>{`${row.number ?? ''} ${row.title}`.trim()}</span>
                <span className={classes.soft}>
                  {row.term ? `${t('save.term')}: ${say(row.term)}` : t('term.none')}
                  {row.executors.length > 0 ? ` · ${t('save.executors')}: ${row.executors.join(', ')}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  )
}

/** The map's title without the place of its year. */
function nameOf(mapTitle: string): string {
  return mapTitle
    .replace(
      /\s*(?:в|на|за)?\s*\{год[^}]*\}(?:\s*[-–/]\s*\{год[^}]*\})?\s*(?:учебн\p{L}*\s*)?(?:год\p{L}*|гг?\.)?/gu,
      '',
    )
    .trim()
    .slice(0, LONGEST)
}
