import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type * as z from 'zod'
import { requestOf } from '../../../kernel/contract.ts'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { ProgressWords } from '../../../web/progress-words.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { Page } from '../../../web/shell/page.tsx'
import { useChange } from '../../../web/use-change.ts'
import { usePathParam } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { type RegistryView, registryContract } from '../contract.ts'
import { isReadyToApply, verdicts } from '../preview.ts'
import { registryWords } from '../screen-words.ts'
import { registryClient } from './registry-client.ts'
import { RegistryEntries } from './registry-entries.tsx'
import classes from './registry-page.module.css'

type View = z.infer<typeof RegistryView>

const LOOK_EVERY_MS = 700

/** One table: what it would do, row by row; then its application as it goes, and links for the people it made. */
export function RegistryImportPage() {
  const t = useWords(registryWords)
  const id = usePathParam('importId')
  const [isWaiting, setWaiting] = useState(true)
  const found = useCall(registryClient.loadRegistryImport, { id }, { every: isWaiting ? LOOK_EVERY_MS : false })
  const status = found.data?.status
  const isGoing = status === undefined || status === 'reading' || status === 'applying'
  if (isGoing !== isWaiting) setWaiting(isGoing)
  return (
    <Page
      title={found.data?.name ?? t('title')}
      primary={found.data?.status === 'ready' ? <Apply view={found.data} /> : null}
    >
      <div className={classes.page}>
        <p className={classes.lead}>
          <Link to="/settings/registry">{t('title')}</Link>
        </p>
        <Loaded call={found}>{(view) => <Standing view={view} />}</Loaded>
      </div>
    </Page>
  )
}

function Standing({ view }: { view: View }) {
  const t = useWords(registryWords)
  const { status, progress, note, counts } = view
  if (status === 'reading') return <Going words={t('reading', { name: view.name })} share={null} />
  if (status === 'applying') {
    const share = progress ? progress.done / Math.max(1, progress.total) : null
    return <Going words={progress ? t('applying', progress) : t('applying.begun')} share={share} />
  }
  return (
    <>
      {note ? <Notice>{note}</Notice> : null}
      {status === 'applied' ? <Applied view={view} /> : null}
      {status === 'unreadable' ? <Abandon view={view} /> : <Counts view={view} />}
      {status === 'ready' && !isReadyToApply(counts) ? (
        <p className={classes.note}>{t(`apply.${obstacleOf(view)}`)}</p>
      ) : null}
      {status === 'unreadable' ? null : <RegistryEntries view={view} />}
    </>
  )
}

function obstacleOf({ counts }: View): 'wrong' | 'question' | 'nothing' {
  if (counts.wrong > 0) return 'wrong'
  return counts.question > 0 ? 'question' : 'nothing'
}

function Going({ words, share }: { words: string; share: number | null }) {
  const t = useWords(registryWords)
  return (
    <>
      <ProgressWords words={words} share={share} />
      <p className={classes.note}>{t('leave')}</p>
    </>
  )
}

function Counts({ view }: { view: View }) {
  const t = useWords(registryWords)
  const { id, counts, status } = view
  const hasFaults = counts.wrong + counts.question > 0
  return (
    <div className={classes.part}>
      <ul className={classes.counts}>
        {verdicts.map((one) => (
          <li key={one}>
            <strong>{counts[one]}</strong> {t(`count.${one}`)}
          </li>
        ))}
      </ul>
      {status === 'ready' ? (
        <div className={classes.actions}>
          {hasFaults ? (
            <Button component="a" href={requestOf(registryContract.downloadFaults, { id }).path} download>
              {t('faults')}
            </Button>
          ) : null}
          <Abandon view={view} />
        </div>
      ) : null}
    </div>
  )
}

function Apply({ view: { id, rowVersion, counts } }: { view: View }) {
  const t = useWords(registryWords)
  const [isAsked, setAsked] = useState(false)
  const apply = useChange(registryClient.applyRegistryImport, { onDone: () => setAsked(false) })
  return (
    <>
      <Button variant="filled" disabled={!isReadyToApply(counts)} onClick={() => setAsked(true)}>
        {t('apply')}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('apply.title')}
        confirm={t('apply')}
        onConfirm={() => apply.run({ id, rowVersion })}
        onCancel={() => setAsked(false)}
        isPending={apply.isPending}
        refusal={apply.refusal}
      >
        <p>{t('apply.text', { added: counts.added, changed: counts.changed })}</p>
      </ConfirmDialog>
    </>
  )
}

function Abandon({ view: { id, rowVersion } }: { view: View }) {
  const t = useWords(registryWords)
  const navigate = useNavigate()
  const leave = () => navigate({ to: '/settings/registry' })
  const abandon = useChange(registryClient.abandonRegistryImport, {
    onDone: leave,
    refreshes: [registryClient.listRegistryImports],
  })
  return (
    <div>
      <RefusalNote refusal={abandon.refusal} onRetry={abandon.retry} />
      <Button loading={abandon.isPending} onClick={() => abandon.run({ id, rowVersion })}>
        {t('abandon')}
      </Button>
    </div>
  )
}

function Applied({ view: { id, rowVersion, counts, made } }: { view: View }) {
  const t = useWords(registryWords)
  const done = ({ made: count }: { made: number }) => announce(t('invite.done', { made: count }))
  const invite = useChange(registryClient.invitePeopleOfRegistry, { onDone: done })
  return (
    <>
      <Notice>{t('applied', { added: counts.added, changed: counts.changed })}</Notice>
      {made > 0 ? (
        <div className={classes.part}>
          <p className={classes.lead}>{t('invite.lead', { made })}</p>
          <RefusalNote refusal={invite.refusal} onRetry={invite.retry} />
          <div className={classes.actions}>
            <Button loading={invite.isPending} onClick={() => invite.run({ id, rowVersion })}>
              {t('invite')}
            </Button>
            <Link to="/settings/links">{t('invite.sheet')}</Link>
          </div>
        </div>
      ) : null}
    </>
  )
}
