import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { type Column, DataTable } from '../../../web/data-table.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { rowWords } from '../../road-maps/row-words.ts'
import type { RehearsalView } from '../view.ts'
import classes from './rehearsal-page.module.css'
import { words } from './rehearsal-words.ts'
import { RowLink } from './row-link.tsx'

type HandIn = RehearsalView['handIns'][number][number]
type Line = HandIn & { place: number }

/** What one school will have to hand in, by the day: for the screen and for paper. */
export function HandInList({ view }: { view: RehearsalView }) {
  const t = useWords(words)
  const say = useWords(rowWords)
  const format = useFormat()
  const [school, setSchool] = useState(0)
  const lines = (view.handIns[school] ?? []).map((one, place): Line => ({ ...one, place }))
  const columns: Column<Line>[] = [
    {
      key: 'by',
      head: t('handIns.by'),
      cell: ({ by }) => (by ? format.dayShort(by) : t('handIns.noDay')),
    },
    {
      key: 'what',
      head: t('handIns.what'),
      isLong: true,
      cell: ({ row, task }) => {
        const asked = row === null ? null : view.rows[row]
        if (!asked) return `${t('task')}. ${view.tasks[task ?? 0]?.text ?? ''}`
        return <RowLink row={asked}>{`${asked.number ?? ''} ${asked.title}`.trim()}</RowLink>
      },
    },
    {
      key: 'proof',
      head: t('handIns.proof'),
      isLong: true,
      cell: ({ row }) => {
        if (row === null) return ''
        return (view.rows[row]?.proof ?? []).map((kind) => say(`proof.${kind}`)).join('; ') || t('lack.proof')
      },
    },
  ]
  if (view.schools.length === 0) return null
  return (
    <section className={classes.section}>
      <h2>
        {t('handIns')} <span className={classes.count}>{t('handIns.count', { count: lines.length })}</span>
      </h2>
      <NativeSelect
        className={classes.choice}
        label={t('handIns.choose')}
        value={`${school}`}
        data={view.schools.map(({ shortName }, place) => ({ value: `${place}`, label: shortName }))}
        onChange={(event) => setSchool(Number(event.currentTarget.value))}
      />
      <DataTable
        caption={`${t('handIns')}: ${view.schools[school]?.shortName ?? ''}`}
        columns={columns}
        rows={lines}
        keyOf={({ place }) => `${place}`}
        empty={t('handIns.none')}
      />
    </section>
  )
}
