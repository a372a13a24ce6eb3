import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { FileDrop } from '../../../web/file-drop.tsx'
import { useLanguage } from '../../../web/language.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { CellPanel } from '../../assignments/web/cell-panel.tsx'
import { assignments } from '../../assignments/web/client.ts'
import { MAX_FILE_BYTES } from '../../files/contract.ts'
import { periodOf } from '../say-row.ts'
import type { PacketRow, PacketView } from '../view.ts'
import classes from './packet-page.module.css'
import { words } from './packet-words.ts'
import { readSquare } from './read-qr.ts'
import { lookOf, type Steps } from './step.ts'

const rule = { endings: ['.jpg', '.jpeg', '.png', '.webp', '.heic'], maxBytes: MAX_FILE_BYTES }

type Taken = { file: File; key: string; isRead: boolean }

/** A photographed page: its square names the row; where none is seen, the row is chosen by hand. */
export function PhotoOfSheet({ view, ...steps }: { view: PacketView } & Steps) {
  const t = useWords(words)
  const [language] = useLanguage()
  const [taken, setTaken] = useState<Taken | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const attach = useChange(assignments.recordProofFile, {
    onDone: (_, { activityId }) => {
      announce(t('photo.done'))
      setTaken(null)
      steps.goTo('take')
      setOpen(activityId)
    },
  })
  const take = async (file: File) => {
    const place = await readSquare(file)
    const row = view.rows.find(
      (one) =>
        place?.organisationId === view.organisation.id && keyOfRow(one) === keyOfRow({ ...one, ...placed(place) }),
    )
    setTaken({ file, key: row ? keyOfRow(row) : '', isRead: row !== undefined })
    steps.goTo('photo')
  }
  const row = view.rows.find((one) => keyOfRow(one) === taken?.key)
  const send = (file: File, { activityId, window }: PacketRow) =>
    attach.run(
      {
        ...{ activityId, organisationId: view.organisation.id, form: 'photo', name: file.name },
        ...(window.start && { windowStart: window.start }),
        ...(window.end && { windowEnd: window.end }),
        ...(view.isOnBehalf && { onBehalf: 'photo' as const }),
      },
      file,
    )
  return (
    <section className={classes.back}>
      <h2>{t('photo.title')}</h2>
      <FileDrop label={t('photo.drop')} rule={rule} onFile={take} takesPhotos />
      {taken ? (
        <>
          <p>{t(taken.isRead ? 'photo.read' : 'photo.unread', { name: taken.file.name })}</p>
          <div className={classes.actions}>
            <NativeSelect
              label={t('photo.row')}
              value={taken.key}
              onChange={(event) => setTaken({ ...taken, key: event.currentTarget.value })}
              data={[
                { value: '', label: t('photo.choose') },
                ...view.rows.map((one) => ({ value: keyOfRow(one), label: nameOf(one, periodOf(one, language)) })),
              ]}
            />
            <Button
              variant={lookOf('photo', steps)}
              disabled={!row}
              loading={attach.isPending}
              onClick={() => row && send(taken.file, row)}
            >
              {t('photo.attach')}
            </Button>
            {row ? <Button onClick={() => setOpen(row.activityId)}>{t('photo.open')}</Button> : null}
          </div>
          <RefusalNote refusal={attach.refusal} onRetry={attach.retry} />
        </>
      ) : null}
      {open ? (
        <CellPanel activityId={open} organisationId={view.organisation.id} onClose={() => setOpen(null)} />
      ) : null}
    </section>
  )
}

function placed(place: Awaited<ReturnType<typeof readSquare>>) {
  return place ? { activityId: place.activityId, window: place.window } : { activityId: '' }
}

function keyOfRow({ activityId, window }: { activityId: string; window: PacketRow['window'] }): string {
  return `${activityId}.${window.start}.${window.end}`
}

function nameOf({ number, title }: PacketRow, period: string): string {
  return `${number ?? ''} ${title}`.trim().slice(0, 80) + (period ? ` — ${period}` : '')
}
