import { Button } from '@mantine/core'
import { useState } from 'react'
import { holdsSomewhere } from '../../../kernel/actor.ts'
import { onceFor } from '../../../kernel/once-for.ts'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { useActor } from '../../access/web/me.ts'
import { assignments } from './client.ts'
import { keyOfCell, type ShownMatrix } from './matrix-filter.ts'
import { words } from './matrix-words.ts'
import classes from './release-accepted.module.css'

type Accepted = { activityId: string; name: string; organisationIds: string[] }

/** For the controller: what is accepted, activity by activity, each taken off control in one press. */
export function ReleaseAccepted({ shown }: { shown: ShownMatrix }) {
  const t = useWords(words)
  const actor = useActor()
  const [asked, setAsked] = useState<Accepted | null>(null)
  const release = useChange(assignments.releaseFromControl, {
    onDone: ({ released }) => {
      announce(t('release.done', { count: released.length }))
      setAsked(null)
    },
  })
  const all = acceptedIn(shown)
  if (!holdsSomewhere(actor, ['authority_head']) || all.length === 0) return null
  const ask = (one: Accepted) => {
    release.reset()
    setAsked(one)
  }
  return (
    <ul className={classes.accepted}>
      {all.map((one) => (
        <li key={one.activityId}>
          <span className={classes.name} title={one.name}>
            {one.name}
          </span>
          <span>{t('release.accepted', { count: one.organisationIds.length })}</span>
          <Button size="compact-sm" onClick={() => ask(one)}>
            {t('release')}
          </Button>
        </li>
      ))}
      {asked ? (
        <ConfirmDialog
          isOpen
          title={t('release.title')}
          confirm={t('release')}
          onConfirm={() => release.run({ activityId: asked.activityId, organisationIds: asked.organisationIds })}
          onCancel={() => setAsked(null)}
          isPending={release.isPending}
          refusal={release.refusal}
        >
          {asked.name}. {t('release.seen', { count: asked.organisationIds.length })}
        </ConfirmDialog>
      ) : null}
    </ul>
  )
}

/** Activity by activity; where several authorities share a column, each has an activity of its own. */
function acceptedIn({ columns, rows }: ShownMatrix): Accepted[] {
  const accepted = new Map<string, Accepted>()
  for (const column of columns.filter((one) => one.removedBy === null)) {
    for (const row of rows) {
      const key = row.cells[column.index]?.state === 'accepted' ? keyOfCell(row, column) : null
      if (!key) continue
      const name = `${column.number ?? ''} ${column.title}`.trim()
      const one = onceFor(accepted, key.activityId, () => ({ activityId: key.activityId, name, organisationIds: [] }))
      one.organisationIds.push(key.organisationId)
    }
  }
  return [...accepted.values()]
}
