import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { writtenKinds } from '../document.ts'
import { documents } from './client.ts'
import classes from './documents.module.css'
import { paths } from './paths.ts'
import { useJournalWords } from './use-journal-words.ts'
import { words } from './words.ts'

type Props = { records: ReactNode; onClose: () => void }

/** What to write: a paper that fills itself from the project, or a blank sheet. */
export function NewDocument({ records, onClose }: Props) {
  const t = useWords(words)
  const say = useJournalWords()
  const navigate = useNavigate()
  const draft = useChange(documents.draftDocument, { onDone: ({ id }) => navigate({ to: paths.document(id) }) })
  return (
    <SidePanel isOpen title={t('new.title')} onClose={onClose}>
      <div className={classes.panel}>
        <p className={classes.soft}>{t('new.lead')}</p>
        {records}
        <section className={classes.group}>
          <h3>{t('new.blank')}</h3>
          <div className={classes.choices}>
            {writtenKinds
              .filter((kind) => kind !== 'report')
              .map((kind) => (
                <Button key={kind} loading={draft.isPending} onClick={() => draft.run({ kind })}>
                  {say.kinds[kind]}
                </Button>
              ))}
          </div>
        </section>
        <RefusalNote refusal={draft.refusal} onRetry={draft.retry} />
      </div>
    </SidePanel>
  )
}
