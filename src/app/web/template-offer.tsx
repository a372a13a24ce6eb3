import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { ChangedFields } from '../../features/road-maps/web/changed-fields.tsx'
import { createClient } from '../../kernel/client.ts'
import { announce } from '../../web/announce.tsx'
import { Notice } from '../../web/notice.tsx'
import { RefusalNote } from '../../web/refusal-note.tsx'
import { send } from '../../web/send.ts'
import { useChange } from '../../web/use-change.ts'
import { useWords } from '../../web/use-words.ts'
import { type OfferedRowView, type OfferView, templateOffersContract } from '../template-offers/contract.ts'
import classes from './template-offer.module.css'
import { offerWords } from './template-offer-words.ts'

export const templateOffers = createClient(templateOffersContract, send)

type Props = { offer: OfferView; isPending: boolean; onTake: (row: OfferedRowView) => void }

/** A calm line: the template has changed since. Opened, it shows row by row what is different, to be taken or left. */
export function TemplateOffer({ offer, isPending, onTake }: Props) {
  const t = useWords(offerWords)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { useId: use, rowVersion, revision, title, rows } = offer
  const leave = useChange(templateOffers.leaveOffer, { onDone: () => announce(t('left')) })
  const press = (
    <Button
      size="compact-sm"
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      onClick={() => setOpen(!isOpen)}
    >
      {t(isOpen ? 'hide' : 'show')}
    </Button>
  )
  return (
    <div className={classes.offer}>
      <Notice actions={press}>{t('changed', { count: rows.length, title })}</Notice>
      {isOpen ? (
        <section id={id} className={classes.rows} aria-label={t('show')}>
          <p>{t('lead')}</p>
          {rows.map((row) => (
            <Row key={row.row} row={row} isPending={isPending} onTake={() => onTake(row)} />
          ))}
          <RefusalNote refusal={leave.refusal} onRetry={leave.retry} />
          <div>
            <Button loading={leave.isPending} onClick={() => leave.run({ useId: use, rowVersion, revision })}>
              {t('leave')}
            </Button>
          </div>
        </section>
      ) : null}
    </div>
  )
}

type RowProps = { row: OfferedRowView; isPending: boolean; onTake: () => void }

function Row({ row: { kind, number, title, isBoth, changes }, isPending, onTake }: RowProps) {
  const t = useWords(offerWords)
  const name = `${number ?? ''} ${title}`.trim()
  const press = t(kind === 'removed' ? 'take.removed' : 'take')
  return (
    <article className={classes.row}>
      <h3>
        <span lang="ru">{name}</span> <span className={classes.kind}>{t(`kind.${kind}`)}</span>
      </h3>
      {isBoth ? <p>{t(kind === 'removed' ? 'both.removed' : 'both')}</p> : null}
      {changes.length > 0 ? (
        <ChangedFields changes={changes} heads={{ was: t('now'), becomes: t('template') }} />
      ) : null}
      <Button size="compact-sm" disabled={isPending} aria-label={t('take.of', { press, title: name })} onClick={onTake}>
        {press}
      </Button>
    </article>
  )
}
