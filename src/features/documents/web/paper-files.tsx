import { hrefOf } from '../../../web/send.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { filesContract } from '../../files/contract.ts'
import type { DocumentView } from '../view.ts'
import classes from './documents.module.css'
import { words } from './words.ts'

/** The files that stand since the registration, each with what it is known by. */
export function PaperFiles({ papers }: { papers: DocumentView['papers'] }) {
  const t = useWords(words)
  const format = useFormat()
  return (
    <section className={classes.group}>
      <h2>{t('facts.papers')}</h2>
      <ul className={classes.list}>
        {papers.map(({ id, form, name, size, sha256 }) => (
          <li key={id}>
            <div className={classes.line}>
              <a href={hrefOf(filesContract.openFile, { id })} title={name}>
                {form === 'annex' ? name : t(`papers.${form}`)}
              </a>
              <span className={classes.soft}>{format.bytes(size)}</span>
            </div>
            <p className={classes.hash}>SHA-256 {sha256}</p>
          </li>
        ))}
      </ul>
      <p className={classes.soft}>{t('facts.papers.hint')}</p>
    </section>
  )
}
