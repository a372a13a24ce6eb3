import { Button } from '@mantine/core'
import { useState } from 'react'
import { holdsSomewhere } from '../../../kernel/actor.ts'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { useActor } from '../../access/web/me.ts'
import { bulkWords } from './bulk-words.ts'
import { type PickedCell, type Pressed, summaryOf } from './picked.ts'
import classes from './picked-bar.module.css'
import { type Outcome, pressMany } from './press-many.ts'
import { RemindMany } from './remind-many.tsx'

type Props = {
  picked: readonly PickedCell[]
  /** How many cells are shown and could be chosen. */
  shown: number
  /** When the table was loaded: what came later the reader has not seen. */
  seenAt: string
  onPickAll: () => void
  onDrop: () => void
  onDone: () => void
}

/** What may be done with the chosen cells: first what will happen, then what has happened, each cell by itself. */
export function PickedBar({ picked, shown, seenAt, onPickAll, onDrop, onDone }: Props) {
  const t = useWords(bulkWords)
  const actor = useActor()
  const [pressed, setPressed] = useState<Pressed | 'remind' | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const change = useChange(pressMany, {
    onDone: (found) => {
      setPressed(null)
      setOutcome(found)
      onDone()
    },
  })
  const mayAccept = holdsSomewhere(actor, ['municipal_coordinator', 'curator'])
  const mayRelease = holdsSomewhere(actor, ['authority_head'])
  const ask = (what: Pressed | 'remind') => {
    change.reset()
    setOutcome(null)
    setPressed(what)
  }
  const isNone = picked.length === 0
  return (
    <section className={classes.bar} aria-label={t('label')}>
      <span role="status">{t('picked', { count: picked.length })}</span>
      <Button size="compact-sm" onClick={onPickAll}>
        {t('pick.all', { count: shown })}
      </Button>
      <Button size="compact-sm" disabled={isNone} onClick={onDrop}>
        {t('drop')}
      </Button>
      <span className={classes.deeds}>
        {mayAccept ? (
          <Button size="compact-sm" disabled={isNone} onClick={() => ask('accept')}>
            {t('accept')}
          </Button>
        ) : null}
        <Button size="compact-sm" disabled={isNone} onClick={() => ask('remind')}>
          {t('remind')}
        </Button>
        {mayRelease ? (
          <Button size="compact-sm" disabled={isNone} onClick={() => ask('release')}>
            {t('release')}
          </Button>
        ) : null}
      </span>
      {outcome ? <Told outcome={outcome} /> : null}
      {pressed === 'remind' ? <RemindMany picked={picked} onClose={() => setPressed(null)} /> : null}
      {pressed === 'accept' || pressed === 'release' ? (
        <ConfirmDialog
          isOpen
          title={t(`${pressed}.title`)}
          confirm={t(pressed)}
          onConfirm={() => change.run({ what: pressed, picked, seenAt })}
          onCancel={() => setPressed(null)}
          isPending={change.isPending}
          refusal={change.refusal}
        >
          <Before pressed={pressed} picked={picked} />
        </ConfirmDialog>
      ) : null}
    </section>
  )
}

/** «Будет принято 14 из 17: у двух нет подтверждения». */
function Before({ pressed, picked }: { pressed: Pressed; picked: readonly PickedCell[] }) {
  const t = useWords(bulkWords)
  const { ready, others } = summaryOf(pressed, picked)
  return (
    <>
      <p>{t(`${pressed}.before`, { ready, all: picked.length })}</p>
      {others.length > 0 ? (
        <ul>
          {others.map(({ reason, count }) => (
            <li key={reason}>{t(`reason.${reason}`, { count })}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function Told({ outcome: { done, left } }: { outcome: Outcome }) {
  const t = useWords(bulkWords)
  return (
    <div className={classes.told} role="status">
      <p>{t('done', { count: done })}</p>
      {left.length > 0 ? (
        <>
          <p>{t('left')}</p>
          <ul>
            {left.map((one) => (
              <li key={one.key}>
                {one.name}: {'why' in one ? one.why : t(`left.${one.reason}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
