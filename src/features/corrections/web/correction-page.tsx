import { Checkbox } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { Page } from '../../../web/shell/page.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { usePathParam } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import type { ProgrammeView } from '../../programmes/contract.ts'
import { ClosedProject } from '../../programmes/web/close-project.tsx'
import { useProjectOf } from '../../road-maps/web/use-project-of.ts'
import type { CorrectionView } from '../contract.ts'
import { AmendingOrder } from './amending-order.tsx'
import { ApproveCorrection } from './approve-correction.tsx'
import { BeginCorrection } from './begin-correction.tsx'
import { corrections } from './client.ts'
import { CorrectedRows } from './corrected-rows.tsx'
import classes from './correction-page.module.css'
import { words } from './correction-words.ts'
import { ChangeReason } from './head-form.tsx'
import { MapTitle } from './map-title.tsx'
import { paths } from './paths.ts'

/** What else is said of a correction, above its rows. */
type Beside = { beside: (id: CorrectionView['id']) => ReactNode }

/** The correction of a road map that is open, or the beginning of one. */
export function CorrectionPage({ beside }: Beside) {
  const roadMapId = usePathParam('roadMapId')
  const found = useCall(corrections.listCorrections, { roadMapId })
  const project = useProjectOf(roadMapId)
  if (project?.closedAt) return <Closed roadMapId={roadMapId} project={project} />
  return (
    <Loaded call={found}>
      {({ corrections: all }) => {
        const open = all.find((one) => one.status === 'draft')
        return open ? <Open id={open.id} beside={beside} /> : <BeginCorrection roadMapId={roadMapId} />
      }}
    </Loaded>
  )
}

/** A closed project takes no changes: there is nothing to press here. */
function Closed({ roadMapId, project }: { roadMapId: string; project: ProgrammeView }) {
  const t = useWords(words)
  return (
    <Page title={t('title')} crumbs={[{ label: t('crumb'), path: paths.plan(roadMapId) }]}>
      <ClosedProject project={project} />
    </Page>
  )
}

function Open({ id, beside }: Beside & { id: string }) {
  const found = useCall(corrections.loadCorrection, { id })
  return <Loaded call={found}>{(correction) => <Correction correction={correction} beside={beside} />}</Loaded>
}

function Correction({ correction, beside }: Beside & { correction: CorrectionView }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const [isAbandoning, setAbandoning] = useState(false)
  const [isOnly, setOnly] = useState(false)
  const changed = correction.rows.filter((row) => row.kind !== 'same')
  const nothingYet = correction.newTitle === null ? 'rows.none' : 'rows.title-only'
  const { id, roadMapId, rowVersion } = correction
  const abandon = useChange(corrections.abandonCorrection, {
    onDone: () => {
      announce(t('closed.abandoned'))
      navigate({ to: paths.plan(roadMapId) })
    },
  })
  return (
    <Page
      title={t('title')}
      beside={<Against correction={correction} />}
      crumbs={[
        { label: t('crumb'), path: paths.roadMap },
        { label: correction.title, path: paths.plan(roadMapId) },
      ]}
      more={[
        { label: t('more.rehearse'), onSelect: () => navigate({ to: paths.rehearsal(roadMapId, id) }) },
        { label: t('more.abandon'), onSelect: () => setAbandoning(true) },
      ]}
      primary={<ApproveCorrection correction={correction} />}
    >
      <ChangeReason correction={correction} />
      <div className={classes.summary}>
        <p>{changed.length === 0 ? t(nothingYet) : t('rows.count', { count: changed.length })}</p>
        {correction.schools.length > 0 ? (
          <p>{t('rows.schools', { count: correction.schools.length, names: correction.schools.join(', ') })}</p>
        ) : null}
        {changed.length > 0 ? (
          <Checkbox
            label={t('rows.only')}
            checked={isOnly}
            onChange={(event) => setOnly(event.currentTarget.checked)}
          />
        ) : null}
      </div>
      {beside(id)}
      <AmendingOrder correction={correction} />
      <MapTitle correction={correction} />
      <CorrectedRows correction={correction} rows={isOnly ? changed : correction.rows} />
      <ConfirmDialog
        isOpen={isAbandoning}
        title={t('abandon.title')}
        confirm={t('abandon.confirm')}
        onConfirm={() => abandon.run({ id, rowVersion })}
        onCancel={() => setAbandoning(false)}
        isPending={abandon.isPending}
        refusal={abandon.refusal}
      >
        <Notice kind="info">{t('abandon.text')}</Notice>
        <StandingOrder order={correction.order} />
      </ConfirmDialog>
    </Page>
  )
}

/** A registered order is a fact: it outlives the changes that it was written of. */
function StandingOrder({ order }: Pick<CorrectionView, 'order'>) {
  const t = useWords(words)
  const format = useFormat()
  const { number, date } = order?.repeals ?? order ?? {}
  if (!number || !date) return null
  return <Notice kind="warn">{t('abandon.registered', { number, date: format.day(date) })}</Notice>
}

function Against({ correction }: { correction: CorrectionView }) {
  const t = useWords(words)
  const format = useFormat()
  const { revision, signedNumber: number, signedDate } = correction
  return (
    <span>
      {number && signedDate
        ? t('against.order', { revision, number, date: format.day(signedDate) })
        : t('against', { revision })}
    </span>
  )
}
