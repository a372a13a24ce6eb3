import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { announce } from '../../../web/announce.tsx'
import { DayInput } from '../../../web/day-input.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CellView } from '../cell-view.ts'
import classes from './cell-panel.module.css'
import { words } from './cell-words.ts'
import { assignments } from './client.ts'

/** Off control and «не требуется»: what was decided, and the decision itself. */
export function CellControl({ cell }: { cell: CellView }) {
  const t = useWords(words)
  const format = useFormat()
  const [open, setOpen] = useState<'release' | 'exempt' | null>(null)
  const release = cell.releases.find((one) => one.revokedAt === null)
  const exemption = cell.exemptions.find((one) => one.revokedAt === null)
  const revokeRelease = useChange(assignments.revokeRelease)
  const revokeExemption = useChange(assignments.revokeExemption)
  const { may } = cell
  const isAnything = release || exemption || may.release || may.exempt
  if (!isAnything) return null
  const close = () => setOpen(null)
  return (
    <section className={classes.window}>
      <h3>{t('control.title')}</h3>
      {release ? (
        <p>
          {t('release.live', { day: format.moment(release.releasedAt) })}
          {release.resolutionOn
            ? ` ${t('release.by', { day: format.dayShort(release.resolutionOn), words: release.resolution })}`
            : release.resolution && `. ${release.resolution}`}
        </p>
      ) : null}
      {exemption ? <p>{t('exempt.live', { reason: exemption.reason })}</p> : null}
      {open === 'release' ? <ReleaseForm cell={cell} onDone={close} /> : null}
      {open === 'exempt' ? <ExemptForm cell={cell} onDone={close} /> : null}
      {open === null ? (
        <div className={classes.actions}>
          {may.release ? (
            <Button onClick={() => setOpen('release')}>{t(may.recordRelease ? 'release.record' : 'release')}</Button>
          ) : null}
          {may.revokeRelease && release ? (
            <Button
              loading={revokeRelease.isPending}
              onClick={() => revokeRelease.run({ id: release.id, rowVersion: release.rowVersion })}
            >
              {t('release.revoke')}
            </Button>
          ) : null}
          {may.exempt ? (
            <Button variant="subtle" onClick={() => setOpen('exempt')}>
              {t('exempt')}
            </Button>
          ) : null}
          {may.revokeExemption && exemption ? (
            <Button
              loading={revokeExemption.isPending}
              onClick={() => revokeExemption.run({ id: exemption.id, rowVersion: exemption.rowVersion })}
            >
              {t('exempt.revoke')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <RefusalNote refusal={revokeRelease.refusal} onRetry={revokeRelease.retry} />
      <RefusalNote refusal={revokeExemption.refusal} onRetry={revokeExemption.retry} />
    </section>
  )
}

type FormProps = { cell: CellView; onDone: () => void }

function ReleaseForm({ cell, onDone }: FormProps) {
  const t = useWords(words)
  const [resolutionOn, setResolutionOn] = useState<Day | null>(null)
  const [resolution, setResolution] = useState('')
  const isRecorded = cell.may.recordRelease
  const needsWords = isRecorded || cell.state !== 'accepted'
  const release = useChange(assignments.releaseFromControl, {
    onDone: () => {
      announce(t('release.done'))
      onDone()
    },
  })
  const isReady = (!needsWords || resolution.trim() !== '') && (!isRecorded || resolutionOn !== null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const { activityId } = cell.asked
    release.run({ activityId, organisationIds: [cell.organisation.id], resolutionOn, resolution })
  }
  return (
    <form className={classes.form} onSubmit={send}>
      {isRecorded ? (
        <>
          <p className={classes.soft}>{t('release.record.hint')}</p>
          <DayInput label={t('release.on')} value={resolutionOn} onChange={setResolutionOn} isRequired />
        </>
      ) : null}
      <TextInput
        label={t(isRecorded ? 'release.resolution' : 'release.reason')}
        description={!isRecorded && needsWords ? t('release.reason.hint') : undefined}
        required={needsWords}
        value={resolution}
        onChange={(event) => setResolution(event.currentTarget.value)}
      />
      <RefusalNote refusal={release.refusal} onRetry={release.retry} />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={release.isPending} disabled={!isReady}>
          {t('release')}
        </Button>
        <Button onClick={onDone}>{t('record.cancel')}</Button>
      </div>
    </form>
  )
}

function ExemptForm({ cell, onDone }: FormProps) {
  const t = useWords(words)
  const [reason, setReason] = useState('')
  const exempt = useChange(assignments.exempt, { onDone })
  const send = (event: FormEvent) => {
    event.preventDefault()
    exempt.run({ activityId: cell.asked.activityId, organisationId: cell.organisation.id, reason })
  }
  return (
    <form className={classes.form} onSubmit={send}>
      <Textarea
        label={t('exempt.reason')}
        description={t('exempt.reason.hint')}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <RefusalNote refusal={exempt.refusal} onRetry={exempt.retry} />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={exempt.isPending} disabled={reason.trim().length < 3}>
          {t('exempt.confirm')}
        </Button>
        <Button onClick={onDone}>{t('record.cancel')}</Button>
      </div>
    </form>
  )
}
