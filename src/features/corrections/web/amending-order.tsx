import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { Notice } from '../../../web/notice.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CorrectionView } from '../contract.ts'
import { corrections } from './client.ts'
import classes from './correction-page.module.css'
import { words } from './correction-words.ts'
import { paths } from './paths.ts'

type Props = { correction: CorrectionView }

/** The amending order on its way: to be drafted, drafted, registered. It stands where words of the signed order change. */
export function AmendingOrder({ correction }: Props) {
  const t = useWords(words)
  const navigate = useNavigate()
  const { id, rowVersion, order, needsOrder } = correction
  const draft = useChange(corrections.draftAmendingOrder, {
    onDone: ({ documentId }) => navigate({ to: paths.document(documentId) }),
  })
  if (!needsOrder && !order) return null
  const run = () => draft.run({ id, rowVersion })
  const isDraft = order?.status === 'draft'
  return (
    <section className={classes.amending} aria-label={t('order.title')}>
      <h2>{t('order.title')}</h2>
      <p>
        <OrderState correction={correction} />
      </p>
      {order ? (
        <Link to={paths.document(order.id)}>{t(isDraft ? 'order.open.draft' : 'order.open')}</Link>
      ) : (
        <Button size="compact-sm" loading={draft.isPending} onClick={run}>
          {t('order.draft')}
        </Button>
      )}
      {order?.repeals ? <Link to={paths.document(order.repeals.id)}>{t('order.former')}</Link> : null}
      {order?.isOutdated && (needsOrder || !isDraft) ? (
        <Notice
          kind="warn"
          actions={
            needsOrder ? (
              <Button size="compact-sm" loading={draft.isPending} onClick={run}>
                {t(isDraft ? 'order.again' : 'order.replace')}
              </Button>
            ) : null
          }
        >
          {t(isDraft ? 'order.outdated.draft' : needsOrder ? 'order.outdated' : 'order.outdated.nothing')}
        </Notice>
      ) : null}
      <RefusalNote refusal={draft.refusal} onRetry={draft.retry} />
    </section>
  )
}

function OrderState({ correction: { order } }: Props) {
  const t = useWords(words)
  const format = useFormat()
  if (!order) return t('order.none')
  const named = order.repeals ?? order
  const { number, date } = named
  if (!number || !date) return t('order.drafted')
  const params = { number, date: format.day(date) }
  if (order.repeals) return t('order.replaces', params)
  return order.isOutdated ? t('order.number', params) : t('order.registered', params)
}
