import { Button, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import * as z from 'zod'
import type { Day } from '../../../kernel/day.ts'
import { announce } from '../../../web/announce.tsx'
import { DayInput } from '../../../web/day-input.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { Notice } from '../../../web/notice.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CorrectionView } from '../contract.ts'
import { corrections } from './client.ts'
import classes from './correction-page.module.css'
import { words } from './correction-words.ts'
import { paths } from './paths.ts'

const Address = z.object({ approve: z.literal('yes').optional().catch(undefined) })

/** From then on the changed map is in force: with the amending order, where its words change. */
export function ApproveCorrection({ correction }: { correction: CorrectionView }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const [address, setAddress] = useUrlState(Address)
  const setOpen = (isOpen: boolean) => setAddress({ approve: isOpen ? 'yes' : undefined })
  const { id, rowVersion, roadMapId, needsOrder, schools, rows, newTitle, order } = correction
  const [typedNumber, setNumber] = useState<string | null>(null)
  const [typedDate, setDate] = useState<Day | null>(null)
  const orderNumber = typedNumber ?? order?.number ?? ''
  const orderDate = typedDate ?? order?.date ?? null
  const approve = useChange(corrections.approveCorrection, {
    onDone: ({ revision, schools: concerned }) => {
      announce(t('approve.done', { revision }))
      navigate({ to: concerned.length > 0 ? paths.dispatch(roadMapId) : paths.plan(roadMapId) })
    },
  })
  const isReady = !needsOrder || (orderNumber.trim() !== '' && orderDate !== null)
  const isChanged = newTitle !== null || rows.some((row) => row.kind !== 'same')
  const run = () =>
    approve.run(
      needsOrder
        ? { id, rowVersion, orderNumber: orderNumber.trim(), orderDate }
        : { id, rowVersion, orderNumber: null, orderDate: null },
    )
  return (
    <>
      <Button variant="filled" disabled={!isChanged} onClick={() => setOpen(true)}>
        {t('approve.button')}
      </Button>
      <Dialog
        isOpen={address.approve === 'yes' && isChanged}
        title={t('approve.title')}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('form.cancel')}</Button>
            <Button variant="filled" disabled={!isReady} loading={approve.isPending} onClick={run}>
              {t('approve.confirm')}
            </Button>
          </>
        }
      >
        <p>{t(orderSentence(correction))}</p>
        {needsOrder && order?.isOutdated ? <Notice kind="warn">{t('order.outdated')}</Notice> : null}
        {needsOrder ? (
          <div className={classes.order}>
            <TextInput
              label={t('approve.number')}
              required
              value={orderNumber}
              onChange={(event) => setNumber(event.currentTarget.value)}
            />
            <DayInput label={t('approve.date')} value={orderDate} onChange={setDate} isRequired />
          </div>
        ) : null}
        {schools.length > 0 ? <p>{t('approve.schools', { count: schools.length })}</p> : null}
        <RefusalNote refusal={approve.refusal} onRetry={approve.retry} />
      </Dialog>
    </>
  )
}

function orderSentence({ needsOrder, order }: CorrectionView) {
  if (!needsOrder) return 'approve.noOrder'
  if (!order) return 'approve.order'
  return order.number === null ? 'approve.elsewhere' : 'approve.registered'
}
