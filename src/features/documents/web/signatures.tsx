import { isDay } from '../../../kernel/day.ts'
import { hrefOf } from '../../../web/send.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { filesContract } from '../../files/contract.ts'
import type { DocumentView } from '../view.ts'
import classes from './documents.module.css'
import { words } from './words.ts'

/** Scans and electronic signatures with what is known of them. */
export function Signatures({ view: { signatures } }: { view: DocumentView }) {
  const t = useWords(words)
  const format = useFormat()
  const dayOf = (text: string | null) => (text !== null && isDay(text) ? format.dayShort(text) : '…')
  return (
    <section className={classes.group}>
      <h2>{t('sign.list')}</h2>
      {signatures.length === 0 ? <p className={classes.soft}>{t('sign.none')}</p> : null}
      <ul className={classes.list}>
        {signatures.map(({ id, signer, signedOn, certificate, file }) => (
          <li key={id}>
            <div className={classes.line}>
              <span>
                {signer}, {format.day(signedOn)}
              </span>
              <a href={hrefOf(filesContract.openFile, { id: file.id })} target="_blank" rel="noreferrer">
                {file.name}
              </a>
            </div>
            {certificate ? (
              <p className={classes.soft}>
                {t('sign.certificate', {
                  serial: certificate.serial,
                  issuer: certificate.issuer,
                  from: dayOf(certificate.from),
                  to: dayOf(certificate.to),
                })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
