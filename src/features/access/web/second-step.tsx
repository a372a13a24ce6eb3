import { Button } from '@mantine/core'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import formClasses from '../../organisations/web/form.module.css'
import { accessWords } from '../screen-words.ts'
import { CodeForm } from './code-form.tsx'
import entry from './entry.module.css'
import { PhoneSetUp } from './phone-set-up.tsx'
import { secondFactorClient } from './second-factor-client.ts'

export type StepLeft = { next: 'code' | 'set-up'; ticket: string }

type Props = { step: StepLeft; onSignedIn: () => void; onAgain: () => void }

/** The step between the password and the work; it takes the place of the form before it. */
export function SecondStep({ step, onSignedIn, onAgain }: Props) {
  if (step.next === 'code') return <CodeForm ticket={step.ticket} onSignedIn={onSignedIn} onAgain={onAgain} />
  return <SetUpAtSignIn ticket={step.ticket} onSignedIn={onSignedIn} />
}

/** What a sign-in answered, as the step that is left; null where one is in. */
export function stepLeft({ next, ticket }: { next: 'in' | StepLeft['next']; ticket: string | null }): StepLeft | null {
  return next === 'in' || ticket === null ? null : { next, ticket }
}

function SetUpAtSignIn({ ticket, onSignedIn }: { ticket: string; onSignedIn: () => void }) {
  const t = useWords(accessWords)
  const draft = useChange(secondFactorClient.draftAtSignIn, { refreshes: [] })
  if (draft.output) {
    return (
      <PhoneSetUp
        draft={draft.output}
        set={({ code }) => secondFactorClient.setAtSignIn({ ticket, code })}
        onDone={onSignedIn}
      />
    )
  }
  return (
    <div className={entry.form}>
      <p>{t('phone.required')}</p>
      <RefusalNote refusal={draft.refusal} onRetry={draft.retry} />
      <div className={formClasses.actions}>
        <Button variant="filled" loading={draft.isPending} onClick={() => draft.run({ ticket })}>
          {t('phone.begin')}
        </Button>
      </div>
    </div>
  )
}
