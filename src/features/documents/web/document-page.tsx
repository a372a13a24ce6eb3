import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Loaded } from '../../../web/loaded.tsx'
import type { MoreItem } from '../../../web/more-menu.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { hrefOf } from '../../../web/send.ts'
import { Page } from '../../../web/shell/page.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { documentsContract } from '../contract.ts'
import { maySign, type PaperFormat } from '../document.ts'
import type { DocumentView } from '../view.ts'
import { Acquaintances } from './acquaintances.tsx'
import { documents } from './client.ts'
import { DocumentBadge } from './document-badge.tsx'
import { DocumentFacts } from './document-facts.tsx'
import classes from './documents.module.css'
import { DraftForm } from './draft-form.tsx'
import { PaperFiles } from './paper-files.tsx'
import { paths } from './paths.ts'
import { Preview } from './preview.tsx'
import { RegisterDialog } from './register-dialog.tsx'
import { SignDialog } from './sign-dialog.tsx'
import { Signatures } from './signatures.tsx'
import { useJournalWords } from './use-journal-words.ts'
import { useLetterheadDownloads } from './use-letterheads.ts'
import { words } from './words.ts'

/** What may be done by a letter that came in: a task, for example. */
type ByLetter = (letter: DocumentView) => void

/** What whoever joins the product gives: `ground` is what the paper was made from. */
type Joined = { ground: ReactNode; onTask: ByLetter }

/** One paper: written at the left, printed at the right; later its facts, signatures and readers. */
export function DocumentOf({ id, ...joined }: { id: string } & Joined) {
  const found = useCall(documents.loadDocument, { id })
  return <Loaded call={found}>{(view) => <Paper view={view} {...joined} />}</Loaded>
}

type Step = 'register' | 'sign'

function Paper({ view, ground, onTask }: { view: DocumentView } & Joined) {
  const t = useWords(words)
  const say = useJournalWords()
  const [step, setStep] = useState<Step | null>(null)
  const abandon = useChange(documents.abandonDraft)
  const acquaint = useChange(documents.acquaint)
  const { id, rowVersion, text, status, mayKeep } = view
  const isDraft = status === 'draft' && mayKeep
  const mayBeSigned = maySign(status) && (text !== null || view.signatures.length > 0)
  const mySchool = view.addressees.find(
    (one) => view.mayBeAcquaintedFor.includes(one.organisationId) && one.acquaintances.length === 0,
  )
  const close = () => setStep(null)
  const downloads = [...useDownloads(view), ...useLetterheadDownloads(view)]
  return (
    <Page
      title={view.title || t('untitled')}
      crumbs={[{ label: t('title'), path: paths.journal }]}
      beside={
        <span className={classes.buttons}>
          <span>{say.kinds[view.kind]}</span>
          <DocumentBadge status={status} />
        </span>
      }
      more={[
        ...downloads,
        ...(isDraft ? [{ label: t('page.abandon'), onSelect: () => abandon.run({ id, rowVersion }) }] : []),
      ]}
      primary={
        <PrimaryStep
          view={view}
          isForSchool={mySchool !== undefined}
          onStep={setStep}
          onTask={() => onTask(view)}
          onAcquaint={() => mySchool && acquaint.run({ id, organisationId: mySchool.organisationId })}
        />
      }
    >
      <RefusalNote refusal={abandon.refusal} onRetry={abandon.retry} />
      <RefusalNote refusal={acquaint.refusal} onRetry={acquaint.retry} />
      {status === 'abandoned' ? <Notice>{t('page.abandoned')}</Notice> : null}
      {ground}
      <div className={classes.page}>
        {isDraft && text ? (
          <DraftForm key={id} view={view} text={text} />
        ) : (
          <div className={classes.side}>
            <DocumentFacts view={view} />
            {mayBeSigned ? <Signatures view={view} /> : null}
            {view.addressees.length > 0 ? <Acquaintances view={view} /> : null}
            {view.papers.length > 0 ? <PaperFiles papers={view.papers} /> : null}
          </div>
        )}
        {text ? <Preview key={`${rowVersion}-${view.signatures.length}`} view={view} /> : null}
      </div>
      {step === 'register' ? <RegisterDialog view={view} onClose={close} /> : null}
      {step === 'sign' ? <SignDialog view={view} onClose={close} /> : null}
    </Page>
  )
}

type PrimaryProps = {
  view: DocumentView
  isForSchool: boolean
  onStep: (step: Step) => void
  onTask: () => void
  onAcquaint: () => void
}

/** The one next thing that is asked of whoever looks. */
function PrimaryStep({ view, isForSchool, onStep, onTask, onAcquaint }: PrimaryProps) {
  const { status, mayKeep, text } = view
  const t = useWords(words)
  if (isForSchool) return <Primary label={t('page.acquaint')} onClick={onAcquaint} />
  if (mayKeep && view.kind === 'incoming-letter') return <Primary label={t('letter.task')} onClick={onTask} />
  if (!mayKeep || !text) return null
  if (status === 'draft') return <Primary label={t('page.register')} onClick={() => onStep('register')} />
  if (status === 'abandoned') return null
  return <Primary label={t('page.sign')} onClick={() => onStep('sign')} />
}

function Primary({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="filled" onClick={onClick}>
      {label}
    </Button>
  )
}

function useDownloads({ id, text, papers }: DocumentView): MoreItem[] {
  const t = useWords(words)
  if (!text) return []
  const href = (format: PaperFormat) => hrefOf(documentsContract.printDocument, { id, format })
  return [
    { label: t('page.word'), href: href('docx'), download: true },
    { label: t('page.pdf'), href: href('pdf'), download: true },
    ...(papers.some((one) => one.form === 'marked')
      ? [{ label: t('page.marked'), href: href('marked'), download: true }]
      : []),
    { label: t('page.package'), href: href('zip'), download: true },
  ]
}
