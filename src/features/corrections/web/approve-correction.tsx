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
import { useFormat } from '../../../web/use-format.ts'
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
  const registered = registeredOf(correction)
  const isBlocked = order !== null && (order.repeals !== null || (order.status !== 'draft' && order.isOutdated))
  const isTyped = needsOrder && !registered && !isBlocked
  const orderNumber = registered?.number ?? typedNumber ?? ''
  const orderDate = registered?.date ?? typedDate
  const approve = useChange(corrections.approveCorrection, {
    onDone: ({ revision, schools: concerned }) => {
      announce(t('approve.done', { revision }))
      navigate({ to: concerned.length > 0 ? paths.dispatch(roadMapId) : paths.plan(roadMapId) })
    },
  })
  const isReady = !isBlocked && (!needsOrder || (orderNumber.trim() !== '' && orderDate !== null))
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
        <OrderSentence correction={correction} />
        {isTyped ? (
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

/** By which order the changes come in force, or why they cannot yet. */
function OrderSentence({ correction }: { correction: CorrectionView }) {
  const t = useWords(words)
  const format = useFormat()
  const { needsOrder, order } = correction
  const registered = registeredOf(correction)
  if (order?.repeals) return <Notice kind="warn">{t('approve.replace')}</Notice>
  if (order && order.status !== 'draft' && order.isOutdated) {
    return <Notice kind="warn">{t(needsOrder ? 'order.outdated' : 'order.outdated.nothing')}</Notice>
  }
  if (!needsOrder) return <p>{t('approve.noOrder')}</p>
  if (registered) return <p>{t('approve.registered', { ...registered, date: format.day(registered.date) })}</p>
  return (
    <>
      <p>{t(order ? 'approve.elsewhere' : 'approve.order')}</p>
      {order?.isOutdated ? <Notice kind="warn">{t('order.outdated.draft')}</Notice> : null}
    </>
  )
}

/** The order that is registered here and says what changes; its number is not typed again. */
function registeredOf({ order }: CorrectionView): { number: string; date: Day } | null {
  if (!order || order.isOutdated || !order.number || !order.date) return null
  return { number: order.number, date: order.date }
}
