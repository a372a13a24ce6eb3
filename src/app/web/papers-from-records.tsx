import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import * as z from 'zod'
import { useProject } from '../../features/programmes/web/use-project.ts'
import { createClient } from '../../kernel/client.ts'
import { RefusalNote } from '../../web/refusal-note.tsx'
import type { Refused } from '../../web/refused.ts'
import { send } from '../../web/send.ts'
import { useChange } from '../../web/use-change.ts'
import { useWords } from '../../web/use-words.ts'
import { draftingContract } from '../drafting/contract.ts'
import { paperLayouts } from '../drafting/layouts.ts'
import { draftingWords } from './drafting-words.ts'
import classes from './papers-from-records.module.css'

const drafting = createClient(draftingContract, send)

/** Papers that fill themselves from the project on the screen. */
export function PapersFromRecords() {
  const t = useWords(draftingWords)
  const navigate = useNavigate()
  const { project } = useProject()
  const draft = useChange(drafting.draftFromRecords, { onDone: ({ id }) => navigate({ to: `/documents/${id}` }) })
  if (!project) return null
  return (
    <section className={classes.papers}>
      <h3>{t('records.title')}</h3>
      <p className={classes.project}>{project.title}</p>
      <div className={classes.choices}>
        {paperLayouts.map((layout) => (
          <Button
            key={layout}
            disabled={draft.isPending}
            onClick={() => draft.run({ programmeId: project.id, layout })}
          >
            {t(`records.${layout}`)}
          </Button>
        ))}
      </div>
      <RefusalNote refusal={draft.refusal} onRetry={draft.retry} />
      <OrderOf refusal={draft.refusal} />
    </section>
  )
}

const Standing = z.object({ documentId: z.string() })

/** Where the paper stands already, the way to it. */
function OrderOf({ refusal }: { refusal: Refused | null }) {
  const t = useWords(draftingWords)
  const standing = Standing.safeParse(refusal?.answer.current)
  return standing.success ? <Link to={`/documents/${standing.data.documentId}`}>{t('records.standing')}</Link> : null
}
