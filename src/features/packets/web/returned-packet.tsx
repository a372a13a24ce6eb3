import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { OrganisationId } from '../../../kernel/id.ts'
import { type OnBehalf, onBehalfWays } from '../../../kernel/on-behalf.ts'
import { announce } from '../../../web/announce.tsx'
import { DataTable } from '../../../web/data-table.tsx'
import { FileDrop } from '../../../web/file-drop.tsx'
import { Notice } from '../../../web/notice.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { MOST_PACKET_BYTES } from '../contract.ts'
import type { ReturnView } from '../view.ts'
import { packets } from './client.ts'
import classes from './packet-page.module.css'
import { words } from './packet-words.ts'
import { lookOf, type Steps } from './step.ts'

const rule = { endings: ['.xlsx'], maxBytes: MOST_PACKET_BYTES }

/** The filled table: first what would be recorded row by row, then the recording. */
export function ReturnedPacket({ organisationId, ...steps }: { organisationId: OrganisationId } & Steps) {
  const t = useWords(words)
  const [view, setView] = useState<ReturnView | null>(null)
  const show = (next: ReturnView) => {
    setView(next)
    steps.goTo(countOf(next, 'ready') > 0 ? 'table' : 'take')
  }
  const bring = useChange(packets.bringPacketBack, { onDone: show })
  return (
    <section className={classes.back}>
      <h2>{t('back.title')}</h2>
      <FileDrop
        label={t('back.drop')}
        rule={rule}
        onFile={(file) => bring.run({ organisationId, name: file.name }, file)}
        isPending={bring.isPending}
        progress={bring.progress}
        refusal={bring.refusal}
        onRetry={bring.retry}
      />
      {view ? <Rows key={view.fileId} view={view} look={lookOf('table', steps)} onRecorded={show} /> : null}
    </section>
  )
}

type RowsProps = { view: ReturnView; look: ReturnType<typeof lookOf>; onRecorded: (view: ReturnView) => void }

function Rows({ view, look, onRecorded }: RowsProps) {
  const t = useWords(words)
  const [onBehalf, setOnBehalf] = useState<OnBehalf>('letter')
  const record = useChange(packets.recordPacket, {
    onDone: (done) => {
      announce(t('back.done', { count: countOf(done, 'recorded') }))
      onRecorded(done)
    },
  })
  const ready = countOf(view, 'ready')
  const recorded = countOf(view, 'recorded')
  return (
    <>
      {recorded > 0 ? <Notice kind="done">{t('back.done', { count: recorded })}</Notice> : null}
      {recorded === 0 && ready === 0 ? <Notice>{t('back.nothing')}</Notice> : null}
      {view.rows.length > 0 ? (
        <DataTable
          caption={t('back.title')}
          rows={view.rows}
          total={view.rows.length}
          keyOf={(one) => `${one.row}`}
          columns={[
            { key: 'row', head: t('back.row'), align: 'number', cell: (one) => one.row },
            { key: 'activity', head: t('back.activity'), isLong: true, cell: (one) => one.activity },
            { key: 'said', head: t('back.said'), isLong: true, cell: (one) => one.said },
            { key: 'fate', head: t('back.fate'), isLong: true, cell: (one) => t(`fate.${one.fate}`) },
          ]}
        />
      ) : null}
      {view.untouched > 0 ? <p className={classes.soft}>{t('back.untouched', { count: view.untouched })}</p> : null}
      {ready > 0 ? (
        <div className={classes.actions}>
          {view.isOnBehalf ? (
            <NativeSelect
              label={t('back.how')}
              value={onBehalf}
              onChange={(event) =>
                setOnBehalf(onBehalfWays.find((one) => one === event.currentTarget.value) ?? 'letter')
              }
              data={onBehalfWays.map((one) => ({ value: one, label: t(`way.${one}`) }))}
            />
          ) : null}
          <Button
            variant={look}
            loading={record.isPending}
            onClick={() => record.run({ fileId: view.fileId, onBehalf: view.isOnBehalf ? onBehalf : null })}
          >
            {t('back.record', { count: ready })}
          </Button>
        </div>
      ) : null}
      <RefusalNote refusal={record.refusal} onRetry={record.retry} />
    </>
  )
}

function countOf({ rows }: ReturnView, fate: ReturnView['rows'][number]['fate']): number {
  return rows.filter((one) => one.fate === fate).length
}
