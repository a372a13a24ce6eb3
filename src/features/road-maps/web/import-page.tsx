import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { Page } from '../../../web/shell/page.tsx'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useChange } from '../../../web/use-change.ts'
import { usePathParam } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { filesContract } from '../../files/contract.ts'
import type { ImportView } from '../import-contract.ts'
import type { Understanding } from '../understanding.ts'
import { AmendmentsPanel } from './amendments-panel.tsx'
import { ChooseMaps } from './choose-maps.tsx'
import { imports } from './client.ts'
import { FailedImport } from './failed-import.tsx'
import { ImportContext } from './import-context.ts'
import { ImportSteps } from './import-steps.tsx'
import { words } from './import-words.ts'
import { paths } from './paths.ts'
import { ReadingImport } from './reading-import.tsx'
import { SourceBlocks } from './source-blocks.tsx'
import { useEditing } from './use-editing.ts'

/** One import, from reading to confirmation; nothing is lost by leaving it. `beside` stands above its steps. */
export function ImportPage({ beside }: { beside: ReactNode }) {
  const id = usePathParam('importId')
  const found = useCall(imports.loadImport, { id })
  return <Loaded call={found}>{(view) => <ShownImport key={view.id} view={view} beside={beside} />}</Loaded>
}

type ShownProps = { view: ImportView; beside: ReactNode }

function ShownImport({ view, beside }: ShownProps) {
  const t = useWords(words)
  const [isAbandoning, setAbandoning] = useState(false)
  const [isDrafting, setDrafting] = useState(false)
  const [isPaperShown, setPaper] = useState(false)
  const abandon = useChange(imports.abandonImport, { onDone: () => setAbandoning(false) })
  const isOpen = ['choosing', 'ready', 'failed'].includes(view.status)
  const hasAmendments = view.understanding?.decisions.some((one) => one.decision === 'amend') ?? false
  const more = [
    ...(view.source.length > 0 ? [{ label: t('source.whole'), onSelect: () => setPaper(true) }] : []),
    ...(view.fileId ? [{ label: t('source.file'), href: hrefOf(filesContract.openFile, { id: view.fileId }) }] : []),
    ...(hasAmendments ? [{ label: t('amendments.show'), onSelect: () => setDrafting(true) }] : []),
    ...(isOpen ? [{ label: t('import.abandon'), onSelect: () => setAbandoning(true) }] : []),
  ]
  return (
    <Page title={view.name} crumbs={[{ label: t('import.crumb'), path: paths.imports }]} more={more}>
      <Stage view={view} beside={beside} onDraft={() => setDrafting(true)} />
      <AmendmentsPanel id={view.id} isOpen={isDrafting} onClose={() => setDrafting(false)} />
      <SidePanel isOpen={isPaperShown} title={t('source.whole')} onClose={() => setPaper(false)}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section tabIndex={0} aria-label={t('source.whole')}>
          <SourceBlocks blocks={view.source} />
        </section>
      </SidePanel>
      <ConfirmDialog
        isOpen={isAbandoning}
        title={t('import.abandon.title')}
        confirm={t('import.abandon')}
        isPending={abandon.isPending}
        refusal={abandon.refusal}
        onCancel={() => setAbandoning(false)}
        onConfirm={() => abandon.run({ id: view.id, rowVersion: view.rowVersion })}
      >
        {t('import.abandon.text')}
      </ConfirmDialog>
    </Page>
  )
}

function Stage({ view, beside, onDraft }: ShownProps & { onDraft: () => void }) {
  const t = useWords(words)
  if (view.status === 'reading') return <ReadingImport view={view} />
  if (view.status === 'abandoned') {
    return <Notice actions={<BackToImports label={t('import.failed.again')} />}>{t('import.abandoned')}</Notice>
  }
  if (view.status === 'choosing') return <ChooseMaps view={view} />
  if (view.status === 'confirmed') return <ConfirmedImport view={view} />
  if (view.status === 'failed' || !view.understanding) return <FailedImport view={view} />
  return <ReadyImport view={view} understanding={view.understanding} beside={beside} onDraft={onDraft} />
}

type ReadyProps = ShownProps & { understanding: Understanding; onDraft: () => void }

function ReadyImport({ view, understanding, beside, onDraft }: ReadyProps) {
  const editing = useEditing(view)
  return (
    <ImportContext value={{ view, understanding, editing }}>
      {beside}
      <ImportSteps onDraft={onDraft} />
    </ImportContext>
  )
}

function ConfirmedImport({ view }: { view: ImportView }) {
  const t = useWords(words)
  const actions = view.roadMapId ? (
    <>
      <Link to={paths.plan(view.roadMapId)}>{t('import.confirmed.open')}</Link>
      <Link to={paths.dispatch(view.roadMapId)}>{t('import.confirmed.send')}</Link>
    </>
  ) : (
    <Link to={paths.roadMap}>{t('import.confirmed.open')}</Link>
  )
  return (
    <Notice kind="done" actions={actions}>
      {t('import.confirmed')}
    </Notice>
  )
}

function BackToImports({ label }: { label: string }) {
  return (
    <Button component={Link} to={paths.imports}>
      {label}
    </Button>
  )
}
