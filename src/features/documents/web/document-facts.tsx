import { DefinitionList } from '../../../web/definition-list.tsx'
import { hrefOf } from '../../../web/send.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { filesContract } from '../../files/contract.ts'
import type { DocumentView } from '../view.ts'
import { AnnexList } from './annex-list.tsx'
import classes from './documents.module.css'
import { words } from './words.ts'

/** What the journal knows of a paper. */
export function DocumentFacts({ view }: { view: DocumentView }) {
  const t = useWords(words)
  const format = useFormat()
  const { number, signedOn, sender, organisation, dueOn, dueTime, createdBy, fileId } = view
  const due = dueOn ? `${format.day(dueOn)}${dueTime ? `, ${dueTime}` : ''}` : null
  return (
    <section className={classes.group}>
      <DefinitionList
        items={[
          { term: t('facts.number'), value: number },
          { term: t('facts.date'), value: signedOn && format.day(signedOn) },
          sender === null
            ? { term: t('facts.office'), value: organisation }
            : { term: t('facts.sender'), value: sender },
          ...(due ? [{ term: t('facts.due'), value: due }] : []),
          ...(createdBy ? [{ term: t('facts.author'), value: createdBy }] : []),
        ]}
      />
      {fileId ? (
        <p>
          <a href={hrefOf(filesContract.openFile, { id: fileId })} target="_blank" rel="noreferrer">
            {t('letter.open')}
          </a>
        </p>
      ) : null}
      <AnnexList annexes={view.annexes} />
    </section>
  )
}
