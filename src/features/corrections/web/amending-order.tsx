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
  return (
    <section className={classes.amending} aria-label={t('order.title')}>
      <h2>{t('order.title')}</h2>
      <p>
        <OrderState correction={correction} />
      </p>
      {order ? (
        <Link to={paths.document(order.id)}>{t(order.status === 'draft' ? 'order.open.draft' : 'order.open')}</Link>
      ) : (
        <Button size="compact-sm" loading={draft.isPending} onClick={run}>
          {t('order.draft')}
        </Button>
      )}
      {order?.isOutdated && needsOrder ? (
        <Notice
          kind="warn"
          actions={
            <Button size="compact-sm" loading={draft.isPending} onClick={run}>
              {t('order.again')}
            </Button>
          }
        >
          {t(order.status === 'draft' ? 'order.outdated.draft' : 'order.outdated')}
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
  const { number, date } = order
  return number && date ? t('order.registered', { number, date: format.day(date) }) : t('order.drafted')
}
