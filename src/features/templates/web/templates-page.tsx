import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { Page } from '../../../web/shell/page.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { TemplateSummary } from '../contract.ts'
import { templateKinds } from '../template.ts'
import { templatesClient } from './client.ts'
import { paths } from './paths.ts'
import { RemoveDialog, RenameDialog } from './template-dialogs.tsx'
import { words } from './template-words.ts'
import classes from './templates.module.css'

/** «Шаблоны»: the house's own and those that come with Opora, by what they become. */
export function TemplatesPage() {
  const t = useWords(words)
  const found = useCall(templatesClient.listTemplates, {})
  return (
    <Page title={t('title')}>
      <Loaded call={found}>{({ templates }) => <Listed templates={templates} />}</Loaded>
    </Page>
  )
}

type Doing = { kind: 'rename' | 'remove'; template: TemplateSummary } | null

function Listed({ templates }: { templates: readonly TemplateSummary[] }) {
  const t = useWords(words)
  const [doing, setDoing] = useState<Doing>(null)
  const close = () => setDoing(null)
  const lines = (own: readonly TemplateSummary[]) => (
    <ul className={classes.list}>
      {own.map((template) => (
        <TemplateLine key={template.key} template={template} onDo={(kind) => setDoing({ kind, template })} />
      ))}
    </ul>
  )
  return (
    <div className={classes.page}>
      <p className={classes.lead}>{t('lead')}</p>
      {templateKinds.map((kind) => (
        <section key={kind} className={classes.section}>
          <h2>{t(`kind.${kind}`)}</h2>
          {lines(templates.filter((one) => one.kind === kind && one.factor === null))}
        </section>
      ))}
      {templates.some((one) => one.own) ? null : <p className={classes.soft}>{t('own.none')}</p>}
      <section className={classes.section}>
        <h2>{t('factors')}</h2>
        <p className={classes.soft}>{t('factors.lead')}</p>
        {lines(templates.filter((one) => one.factor !== null))}
      </section>
      {doing?.kind === 'rename' ? <RenameDialog template={doing.template} onClose={close} /> : null}
      {doing?.kind === 'remove' ? <RemoveDialog template={doing.template} onClose={close} /> : null}
    </div>
  )
}

type LineProps = { template: TemplateSummary; onDo: (kind: 'rename' | 'remove') => void }

function TemplateLine({ template, onDo }: LineProps) {
  const t = useWords(words)
  const format = useFormat()
  const { key, title, rows, own } = template
  return (
    <li>
      <Link to={paths.template(key)}>{title}</Link>
      <span className={classes.soft}>
        {t('rows', { count: rows })} ·{' '}
        {own ? t('own.by', { owner: own.ownerName, at: format.moment(own.createdAt) }) : t('builtIn')}
      </span>
      {own?.mayChange ? (
        <span className={classes.actions}>
          <Button size="compact-sm" aria-label={t('rename.of', { title })} onClick={() => onDo('rename')}>
            {t('rename')}
          </Button>
          <Button size="compact-sm" aria-label={t('remove.of', { title })} onClick={() => onDo('remove')}>
            {t('remove')}
          </Button>
        </span>
      ) : null}
    </li>
  )
}
