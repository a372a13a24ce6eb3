import { useLanguage } from '../../../web/language.ts'
import { useWords } from '../../../web/use-words.ts'
import { useMe } from '../../access/web/me.ts'
import { QrCode } from '../../access/web/qr-code.tsx'
import { periodOf, proofsOf } from '../say-row.ts'
import type { PacketRow, PacketView } from '../view.ts'
import classes from './packet-page.module.css'
import { words } from './packet-words.ts'
import { addressOf } from './read-qr.ts'

/** The A4 pages: a block for each row with room to write and a square that leads to its cell. Only for print. */
export function PacketSheets({ view }: { view: PacketView }) {
  const t = useWords(words)
  const { organisation, programme, rows } = view
  return (
    <div className="print-only">
      <p className={classes.head}>
        <strong>{organisation.fullName}</strong>
        <br />
        {programme.title}
      </p>
      <p className={classes.how}>{t('sheet.how')}</p>
      {rows.map((row, index) => (
        <Block
          key={`${row.activityId}.${row.window.start}.${row.window.end}`}
          row={row}
          organisationId={organisation.id}
          place={t('sheet.number', { place: index + 1, count: rows.length })}
        />
      ))}
    </div>
  )
}

type BlockProps = { row: PacketRow; organisationId: PacketView['organisation']['id']; place: string }

function Block({ row, organisationId, place }: BlockProps) {
  const t = useWords(words)
  const [language] = useLanguage()
  const { publicUrl } = useMe()
  const url = addressOf(publicUrl, { activityId: row.activityId, organisationId, window: row.window })
  const blanks = [t('sheet.done'), t('sheet.when'), t('sheet.source')]
  return (
    <section className={classes.block}>
      <div className={classes.words}>
        <small>{place}</small>
        <h3>{`${row.number ?? ''} ${row.title}`.trim()}</h3>
        <p>
          {t('sheet.until')}: {periodOf(row, language)}
        </p>
        <p>
          {t('sheet.proof')}: {proofsOf(row, language)}
        </p>
        {blanks.map((one) => (
          <p key={one} className={classes.blank}>
            {one}
          </p>
        ))}
      </div>
      <QrCode text={url} label={t('sheet.qr')} />
    </section>
  )
}
