import { Button, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import * as z from 'zod'
import { currentTime } from '../../../web/clock.ts'
import { DataTable } from '../../../web/data-table.tsx'
import { FileDrop } from '../../../web/file-drop.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { Page } from '../../../web/shell/page.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { MAX_FILE_BYTES } from '../../files/contract.ts'
import { scanEndings } from '../../scans/web/signed-scan.tsx'
import type { ImportSummary } from '../import-contract.ts'
import { imports } from './client.ts'
import { words } from './import-words.ts'
import classes from './imports-page.module.css'
import { holdMorePages } from './more-pages.ts'
import { paths } from './paths.ts'

const rule = {
  endings: ['.docx', '.doc', '.odt', '.txt', '.csv', '.tsv', '.xlsx', '.xls', '.ods', '.rtf', ...scanEndings],
  maxBytes: MAX_FILE_BYTES,
}

const Address = z.object({ roadMap: z.uuid().optional().catch(undefined) })

/** Where an order is dropped in, a template is begun with, and unfinished imports wait. */
export function ImportsPage() {
  const t = useWords(words)
  const navigate = useNavigate()
  const open = (started: ImportSummary) => navigate({ to: paths.import(started.id) })
  const [year, setYear] = useState('')
  const [{ roadMap }] = useUrlState(Address)
  const more = useRef<readonly File[]>([])
  const upload = useChange(imports.importOrder, {
    onDone: (started) => {
      holdMorePages(started.id, more.current)
      open(started)
    },
  })
  const take = ([file, ...rest]: readonly File[]) => {
    if (!file) return
    more.current = rest
    const contextYear = /^\d{4}$/.test(year.trim()) ? Number(year) : undefined
    upload.run({ name: file.name, ...(contextYear && { contextYear }), ...(roadMap && { roadMapId: roadMap }) }, file)
  }
  return (
    <Page title={t('imports.title')}>
      <div className={classes.ways}>
        <section className={classes.way}>
          <p>{t('imports.lead')}</p>
          {roadMap ? <Notice>{t('imports.revises')}</Notice> : null}
          <FileDrop
            label={t('imports.drop')}
            rule={rule}
            onFiles={take}
            takesPhotos
            isPending={upload.isPending}
            progress={upload.progress}
            refusal={upload.refusal}
            onRetry={upload.retry}
          />
          <TextInput
            className={classes.year}
            label={t('imports.year')}
            description={t('imports.year.hint')}
            value={year}
            inputMode="numeric"
            maxLength={4}
            onChange={(event) => setYear(event.currentTarget.value)}
          />
        </section>
        <TemplateStart onStarted={open} />
      </div>
      <UnfinishedImports />
    </Page>
  )
}

function TemplateStart({ onStarted }: { onStarted: (started: ImportSummary) => void }) {
  const t = useWords(words)
  const [year, setYear] = useState(() => String(currentTime().getFullYear()))
  const start = useChange(imports.startFromTemplate, { onDone: onStarted })
  return (
    <section className={classes.way}>
      <h2>{t('imports.template')}</h2>
      <p>{t('imports.template.text')}</p>
      <div className={classes.line}>
        <TextInput
          className={classes.year}
          label={t('imports.template.year')}
          value={year}
          inputMode="numeric"
          maxLength={4}
          onChange={(event) => setYear(event.currentTarget.value)}
        />
        <Button
          loading={start.isPending}
          disabled={!/^20\d\d$/.test(year.trim())}
          onClick={() => start.run({ year: Number(year) })}
        >
          {t('imports.template.start')}
        </Button>
      </div>
      <Link to={paths.templates}>{t('imports.template.all')}</Link>
      <RefusalNote refusal={start.refusal} onRetry={start.retry} />
    </section>
  )
}

function UnfinishedImports() {
  const t = useWords(words)
  const format = useFormat()
  const found = useCall(imports.listImports, {})
  return (
    <section className={classes.unfinished}>
      <h2>{t('imports.unfinished')}</h2>
      <Loaded call={found}>
        {({ imports: rows }) =>
          rows.length === 0 ? (
            <p>{t('imports.none')}</p>
          ) : (
            <DataTable
              caption={t('imports.unfinished')}
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                {
                  key: 'name',
                  head: t('imports.name'),
                  isLong: true,
                  cell: (row) => <Link to={paths.import(row.id)}>{row.name}</Link>,
                },
                { key: 'status', head: t('imports.status'), cell: (row) => t(`status.${row.status}`) },
                { key: 'begun', head: t('imports.begun'), cell: (row) => format.moment(row.createdAt) },
              ]}
            />
          )
        }
      </Loaded>
    </section>
  )
}
