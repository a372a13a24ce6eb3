import { Button } from '@mantine/core'
import * as z from 'zod'
import { DataTable } from '../../../web/data-table.tsx'
import { FilterChips } from '../../../web/filter-chips.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { columnHeads } from '../columns.ts'
import type { RegistryView } from '../contract.ts'
import { type Verdict, verdicts } from '../preview.ts'
import { registryWords } from '../screen-words.ts'
import { faultWords } from '../words.ts'
import { registryClient } from './registry-client.ts'
import classes from './registry-page.module.css'

type View = z.infer<typeof RegistryView>
type Entry = View['entries'][number]

const Address = z.object({ verdict: z.enum(verdicts).optional().catch(undefined) })

const tones: Record<Verdict, string> = {
  added: 'done',
  changed: 'running',
  same: 'quiet',
  question: 'soon',
  wrong: 'soon',
}

/** The rows of the table, those that wait for a person first; or only those of one kind. */
export function RegistryEntries({ view }: { view: View }) {
  const t = useWords(registryWords)
  const [{ verdict }, change] = useUrlState(Address)
  const chosen = useCall(
    registryClient.loadRegistryImport,
    { id: view.id, ...(verdict && { verdict }) },
    { enabled: verdict !== undefined, keepPrevious: true },
  )
  const { entries } = (verdict && chosen.data) || view
  const filters = [
    {
      key: 'verdict',
      label: t('filter'),
      value: verdict ?? null,
      options: verdicts.map((one) => ({ value: one, label: `${t(`verdict.${one}`)} (${view.counts[one]})` })),
    },
  ]
  const total = verdict ? view.counts[verdict] : verdicts.reduce((sum, one) => sum + view.counts[one], 0)
  return (
    <section className={classes.part}>
      <FilterChips
        filters={filters}
        onChange={(_, value) => change({ verdict: verdicts.find((one) => one === value) })}
      />
      <DataTable
        caption={view.name}
        rows={entries}
        total={total}
        keyOf={(one) => `${one.sheet} ${one.row}`}
        columns={[
          { key: 'what', head: t('head.what'), cell: ({ name }) => name || '—', isLong: true },
          {
            key: 'verdict',
            head: t('head.verdict'),
            cell: ({ verdict: one }) => (
              <span className={classes.mark} data-tone={tones[one]}>
                {t(`verdict.${one}`)}
              </span>
            ),
          },
          {
            key: 'details',
            head: t('head.details'),
            cell: (entry) => <Details entry={entry} view={view} />,
            isLong: true,
          },
          { key: 'sheet', head: t('head.sheet'), cell: ({ sheet }) => t(`sheet.${sheet}`) },
          { key: 'row', head: t('head.row'), cell: ({ row }) => row, align: 'number' },
        ]}
      />
      {entries.length < total ? <p className={classes.note}>{t('shown', { shown: entries.length })}</p> : null}
    </section>
  )
}

function Details({ entry, view }: { entry: Entry; view: View }) {
  const t = useWords(registryWords)
  const say = useWords(faultWords)
  const { faults, changes, asks } = entry
  if (faults.length === 0 && changes.length === 0 && !asks) return null
  return (
    <ul className={classes.details}>
      {faults.map(({ column, code, said }) => (
        <li key={`${column} ${code}`}>
          {columnHeads[column]}: {say(code, { said })}
        </li>
      ))}
      {changes.map(({ column, before, after }) => (
        <li key={column}>{t('change', { column: columnHeads[column], before: before || t('empty'), after })}</li>
      ))}
      {asks ? (
        <li>
          <Question entry={entry} view={view} asks={asks} />
        </li>
      ) : null}
    </ul>
  )
}

function Question({ entry: { row }, view: { id, rowVersion }, asks }: { entry: Entry; view: View; asks: string }) {
  const t = useWords(registryWords)
  const answer = useChange(registryClient.answerNamesake)
  return (
    <div className={classes.details}>
      <span>{t('asks.lead', { said: asks })}</span>
      <span className={classes.actions}>
        {(['same', 'another'] as const).map((one) => (
          <Button
            key={one}
            size="compact-sm"
            loading={answer.isPending}
            onClick={() => answer.run({ id, rowVersion, row, answer: one })}
          >
            {t(`asks.${one}`)}
          </Button>
        ))}
      </span>
      <RefusalNote refusal={answer.refusal} onRetry={answer.retry} />
    </div>
  )
}
