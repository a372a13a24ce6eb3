import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { OnBehalf } from '../../../kernel/on-behalf.ts'
import { EmptyState } from '../../../web/empty-state.tsx'
import { later } from '../../../web/later.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { knownCauses } from '../causes.ts'
import type { MapView, RowView } from '../view.ts'
import { schoolMaps } from './client.ts'
import classes from './map-page.module.css'
import { words } from './map-words.ts'
import { words as measuresWords } from './measures-words.ts'
import { OwnRow } from './own-row.tsx'

// Brings the templates along, which few open.
const MeasuresPanel = later(async () => (await import('./measures-panel.tsx')).MeasuresPanel)

type Props = {
  view: MapView
  onBehalf: OnBehalf | null
  onHistory: (row: RowView, number: string) => void
}

/** The school's own rows, and where the next one is added. */
export function OwnRows({ view, onBehalf, onHistory }: Props) {
  const t = useWords(words)
  const say = useWords(measuresWords)
  const causes = useId()
  const [isAdding, setAdding] = useState(false)
  const [newest, setNewest] = useState<string | null>(null)
  const add = useChange(schoolMaps.addMapRow, { onDone: (row) => setNewest(row.id) })
  const { revision, rows, may } = view
  if (!revision) {
    return may.start ? (
      <EmptyState title={t('step.start.title')}>{t('step.start.text')}</EmptyState>
    ) : (
      <EmptyState title={t('step.notStarted')} />
    )
  }
  return (
    <section className={classes.rows}>
      <h2>{t('own.title')}</h2>
      {rows.length === 0 ? <p className={classes.quiet}>{t(may.write ? 'step.start.text' : 'own.none')}</p> : null}
      <datalist id={causes}>
        {knownCauses.map((cause) => (
          <option key={cause} value={cause} />
        ))}
      </datalist>
      {rows.map((row, index) => (
        <OwnRow
          key={row.id}
          view={view}
          row={row}
          number={t('own.number', { number: index + 1 })}
          onBehalf={onBehalf}
          causes={causes}
          isNew={row.id === newest}
          onHistory={onHistory}
        />
      ))}
      {may.write ? (
        <div className={classes.read}>
          <Button
            leftSection={<IconPlus size="var(--icon)" aria-hidden="true" />}
            loading={add.isPending}
            onClick={() => add.run({ id: revision.id, change: {}, onBehalf })}
          >
            {t('own.add')}
          </Button>
          <Button onClick={() => setAdding(true)}>{say('title')}</Button>
          <RefusalNote refusal={add.refusal} onRetry={add.retry} />
        </div>
      ) : null}
      {isAdding ? <MeasuresPanel view={view} onBehalf={onBehalf} onClose={() => setAdding(false)} /> : null}
    </section>
  )
}
