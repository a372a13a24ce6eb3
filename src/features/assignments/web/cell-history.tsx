import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CellView } from '../cell-view.ts'
import type { Doer } from '../doer.ts'
import type { MoveView } from '../move-view.ts'
import classes from './cell-panel.module.css'
import { useProofWords } from './cell-proofs.tsx'
import { words } from './cell-words.ts'
import { useDoerName } from './use-doer-name.ts'

type Event = { at: string; what: string; by: Doer | null }

/** Everything that happened in the cell, the newest first: told by its facts, so that nothing is typed twice. */
export function CellHistory({ cell }: { cell: CellView }) {
  const t = useWords(words)
  const format = useFormat()
  const nameOf = useDoerName()
  const events = useEvents(cell)
  if (events.length === 0) return null
  return (
    <details className={classes.past}>
      <summary>
        {t('history.title')} · {events.length}
      </summary>
      <ol className={classes.history}>
        {events.map((event) => (
          <li key={event.at + event.what}>
            <time dateTime={event.at}>{format.moment(event.at)}</time>
            <p>
              {event.what}
              {event.by ? ` — ${nameOf(event.by)}` : ''}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

function useEvents(cell: CellView): Event[] {
  const t = useWords(words)
  const say = useProofWords()
  const format = useFormat()
  const facts = [...cell.windows, ...cell.former]
  const events: Event[] = [
    ...facts
      .flatMap((one) => one.proofs)
      .flatMap((proof) => {
        const what = proof.file?.name ?? say(proof)
        const recorded = { at: proof.recordedAt, what: t('history.proof', { what }), by: proof.recordedBy }
        if (!proof.withdrawnAt) return [recorded]
        return [recorded, { at: proof.withdrawnAt, what: t('history.withdrawn', { what }), by: null }]
      }),
    ...facts
      .flatMap((one) => one.attempts)
      .flatMap((attempt): Event[] => {
        const isAtOnce = attempt.decidedAt === attempt.submittedAt
        if (isAtOnce) return [{ at: attempt.submittedAt, what: t('history.atOnce'), by: attempt.submittedBy }]
        const submitted = {
          at: attempt.submittedAt,
          what: t('history.submitted', { attempt: attempt.attempt }),
          by: attempt.submittedBy,
        }
        if (!attempt.decidedAt) return [submitted]
        const what =
          attempt.status === 'returned' ? t('history.returned', { comment: attempt.comment }) : t('history.accepted')
        return [submitted, { at: attempt.decidedAt, what, by: attempt.decidedBy }]
      }),
    ...facts
      .flatMap((one) => one.moves)
      .flatMap((one): Event[] => {
        const asked = {
          at: one.askedAt,
          what: t('history.moveAsked', { day: format.day(one.askedUntil), reason: one.reason }),
          by: one.askedBy,
        }
        const ended = one.endedAt ? [{ at: one.endedAt, what: t(`history.move.${endOf(one)}`), by: one.endedBy }] : []
        if (!one.decidedAt) return [asked, ...ended]
        const what = one.grantedUntil
          ? t('history.moveGranted', { day: format.day(one.grantedUntil) })
          : t('history.moveDeclined', { reason: one.resolution })
        return [asked, { at: one.decidedAt, what, by: one.decidedBy }, ...ended]
      }),
    ...cell.releases.flatMap((one) => [
      { at: one.releasedAt, what: t('history.released'), by: one.releasedBy },
      ...(one.revokedAt ? [{ at: one.revokedAt, what: t('history.releaseRevoked'), by: one.revokedBy }] : []),
    ]),
    ...cell.exemptions.flatMap((one) => [
      { at: one.madeAt, what: t('history.exempt', { reason: one.reason }), by: one.madeBy },
      ...(one.revokedAt ? [{ at: one.revokedAt, what: t('history.exemptRevoked'), by: one.revokedBy }] : []),
    ]),
  ]
  return events.sort((one, other) => other.at.localeCompare(one.at))
}

function endOf({ status }: MoveView): 'withdrawn' | 'revoked' {
  return status === 'revoked' ? 'revoked' : 'withdrawn'
}
