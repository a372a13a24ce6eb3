import type { PersonId } from '../../../kernel/id.ts'
import { Notice } from '../../../web/notice.tsx'
import { hrefOf } from '../../../web/send.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { personalDataContract } from '../contract.ts'
import { personalDataWords } from '../screen-words.ts'
import classes from './personal-data.module.css'
import { type PersonData, Places } from './places.tsx'

type Props = { id: PersonId; act: NonNullable<PersonData['act']> }

/** What is left after the destruction: the act, and what it covered. */
export function DestroyedData({ id, act }: Props) {
  const t = useWords(personalDataWords)
  const format = useFormat()
  const { number, signedOn, backupsUntil, reason } = act
  const sentence = { number, day: format.day(signedOn), until: format.day(backupsUntil) }
  return (
    <section className={classes.part}>
      <h2>{t('done.title')}</h2>
      <p>{t('done.text', sentence)}</p>
      {act.doneAt === null ? (
        <Notice role="status">{t('done.waiting')}</Notice>
      ) : (
        <>
          <p>
            <a
              href={hrefOf(personalDataContract.draftDestructionAct, { id, number, signedOn, reason, backupsUntil })}
              download
            >
              {t('done.act')}
            </a>
          </p>
          <Places caption={t('done.table')} places={act.destroyed} />
        </>
      )}
    </section>
  )
}
