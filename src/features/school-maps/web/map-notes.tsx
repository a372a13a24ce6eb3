import { Notice } from '../../../web/notice.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { MapView } from '../view.ts'
import { obstacleWords } from '../words.ts'
import classes from './map-page.module.css'
import { words } from './map-words.ts'
import { useBasis } from './use-basis.ts'

/** Where the map stands, and what it waits for: at most one box, and one quiet line. */
export function MapNotes({ view }: { view: MapView }) {
  const t = useWords(words)
  const say = useWords(obstacleWords)
  const basisOf = useBasis()
  const format = useFormat()
  const { revision, inForce, obstacles } = view
  if (!revision) return null
  const { reason, onBehalf } = revision
  const basis = basisOf(revision)
  const quiet = [
    reason ? t('note.correction', { reason }) : '',
    basis ? t('note.basis', { basis }) : '',
    inForce?.orderNumber && inForce.orderDate
      ? t('note.inForce', { number: inForce.number, order: inForce.orderNumber, date: format.day(inForce.orderDate) })
      : '',
    onBehalf ? t('note.onBehalf', { way: t(`behalf.${onBehalf}`) }) : '',
    view.may.write && obstacles.length > 0
      ? t('note.obstacles', { list: obstacles.map((one) => say(one)).join(', ') })
      : '',
  ].filter((line) => line !== '')
  return (
    <>
      <Standing view={view} />
      {quiet.length > 0 ? <p className={classes.quiet}>{quiet.join(' ')}</p> : null}
    </>
  )
}

function Standing({ view: { revision } }: { view: MapView }) {
  const t = useWords(words)
  const format = useFormat()
  if (revision?.status === 'returned' && revision.decidedAt) {
    return (
      <Notice kind="warn" title={t('note.returned', { at: format.moment(revision.decidedAt) })}>
        {revision.returnReason}
      </Notice>
    )
  }
  if (revision?.status === 'submitted' && revision.submittedAt) {
    return <Notice>{t('note.submitted', { at: format.moment(revision.submittedAt) })}</Notice>
  }
  if (revision?.status === 'agreed' && revision.decidedAt) {
    return <Notice kind="done">{t('note.agreed', { at: format.moment(revision.decidedAt) })}</Notice>
  }
  if (revision?.status === 'approved' && revision.orderNumber && revision.orderDate) {
    const order = { number: revision.orderNumber, date: format.day(revision.orderDate) }
    return <Notice kind="done">{t('note.approved', order)}</Notice>
  }
  return null
}
