import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { CopyText } from '../../../web/copy-text.tsx'
import { type Column, DataTable } from '../../../web/data-table.tsx'
import { EmptyState } from '../../../web/empty-state.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { Page } from '../../../web/shell/page.tsx'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { usePathParam } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { ClosedProject } from '../../programmes/web/close-project.tsx'
import { variantWords } from '../../programmes/words.ts'
import type { PlanPreview } from '../contract.ts'
import { roadMaps } from './client.ts'
import classes from './dispatch-page.module.css'
import { paths } from './paths.ts'
import { PlanTable } from './plan-table.tsx'
import { words } from './plan-words.ts'
import { useProjectOf } from './use-project-of.ts'
import { useRoles } from './use-roles.ts'

/** What each school will see, then «Направить школам» as a step of its own. */
export function DispatchPage() {
  const id = usePathParam('roadMapId')
  const found = useCall(roadMaps.previewDispatch, { id })
  return <Loaded call={found}>{(preview) => <Dispatch key={id} id={id} {...preview} />}</Loaded>
}

type Props = { id: string; plans: readonly PlanPreview[]; text: string }

function Dispatch({ id, plans, text }: Props) {
  const t = useWords(words)
  const project = useProjectOf(id)
  const isClosed = Boolean(project?.closedAt)
  const maySend = useRoles('municipal_coordinator') && !isClosed
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(plans.filter((plan) => plan.isSentAsItStands).map((plan) => plan.organisationId)),
  )
  const [isAsking, setAsking] = useState(false)
  const [openId, setOpen] = useState<string | null>(null)
  const chosen = plans.filter((plan) => !left.has(plan.organisationId))
  const undecided = chosen.filter((plan) => plan.variant === 'undefined').length
  const send = useChange(roadMaps.sendToSchools, {
    onDone: () => {
      setAsking(false)
      setLeft(new Set([...left, ...chosen.map((plan) => plan.organisationId)]))
      announce(t('dispatch.done', { count: chosen.length }))
    },
  })
  const choose = (one: string, isChosen: boolean) => {
    const next = new Set(left)
    if (isChosen) next.delete(one)
    else next.add(one)
    setLeft(next)
  }
  const open = plans.find((plan) => plan.organisationId === openId)
  const button = (
    <Button variant="filled" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
      {t('dispatch.button')}
    </Button>
  )
  return (
    <Page
      title={t('dispatch.title')}
      crumbs={[{ label: t('roadMap.crumb'), path: paths.plan(id) }]}
      primary={maySend ? button : null}
    >
      <div className={classes.step}>
        <ClosedProject project={project} />
        {isClosed ? null : <p>{t('dispatch.lead')}</p>}
        {undecided > 0 ? <Notice kind="warn">{t('dispatch.undefined', { count: undecided })}</Notice> : null}
        {plans.length > 0 && plans.every((plan) => plan.isSentAsItStands) ? (
          <Notice kind="done">{t('dispatch.allSent')}</Notice>
        ) : null}
        {plans.length === 0 ? (
          <EmptyState title={t('dispatch.nobody')}>{t('dispatch.nobody.text')}</EmptyState>
        ) : (
          <Plans plans={plans} left={left} onChoose={maySend ? choose : null} openId={openId} onOpen={setOpen} />
        )}
        <CopyText label={t('dispatch.all')} text={text} rows={8} />
      </div>
      <SidePanel isOpen={open !== undefined} title={open?.shortName} onClose={() => setOpen(null)}>
        {open ? <PlanOfSchool plan={open} /> : null}
      </SidePanel>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('dispatch.confirm')}
        confirm={t('dispatch.button')}
        isPending={send.isPending}
        refusal={send.refusal}
        onCancel={() => setAsking(false)}
        onConfirm={() => send.run({ id, organisationIds: chosen.map((plan) => plan.organisationId) })}
      >
        <p>{t('dispatch.confirm.text', { count: chosen.length })}</p>
        {undecided > 0 ? <p>{t('dispatch.undefined', { count: undecided })}</p> : null}
      </ConfirmDialog>
    </Page>
  )
}

type PlansProps = {
  plans: readonly PlanPreview[]
  left: ReadonlySet<string>
  /** Null where nothing can be sent. */
  onChoose: ((id: string, isChosen: boolean) => void) | null
  openId: string | null
  onOpen: (id: string) => void
}

function Plans({ plans, left, onChoose, openId, onOpen }: PlansProps) {
  const t = useWords(words)
  const say = useWords(variantWords)
  const choice = (choose: NonNullable<PlansProps['onChoose']>): Column<PlanPreview> => ({
    key: 'chosen',
    head: t('dispatch.chosen'),
    align: 'mark',
    cell: (plan) => (
      <Checkbox
        className={classes.mark}
        aria-label={t('dispatch.choose', { name: plan.shortName })}
        checked={!left.has(plan.organisationId)}
        onChange={(event) => choose(plan.organisationId, event.currentTarget.checked)}
      />
    ),
  })
  return (
    <DataTable
      caption={t('dispatch.caption')}
      rows={plans}
      keyOf={(plan) => plan.organisationId}
      onOpen={(plan) => onOpen(plan.organisationId)}
      openKey={openId}
      columns={[
        { key: 'school', head: t('dispatch.school'), cell: (plan) => plan.shortName, isLong: true },
        ...(onChoose ? [choice(onChoose)] : []),
        { key: 'variant', head: t('dispatch.variant'), cell: (plan) => say(`short.${plan.variant}`) },
        { key: 'asks', head: t('dispatch.asks'), align: 'number', cell: (plan) => plan.asks },
        { key: 'informs', head: t('dispatch.informs'), align: 'number', cell: (plan) => plan.informs },
        { key: 'heldBack', head: t('dispatch.heldBack'), align: 'number', cell: (plan) => plan.heldBack },
        { key: 'state', head: t('dispatch.state'), cell: (plan) => <SentState plan={plan} /> },
      ]}
    />
  )
}

function SentState({ plan }: { plan: PlanPreview }) {
  const t = useWords(words)
  const format = useFormat()
  if (plan.acknowledgedAt) return t('dispatch.acknowledged', { at: format.moment(plan.acknowledgedAt) })
  return plan.sentAt ? t('dispatch.sent', { at: format.moment(plan.sentAt) }) : t('dispatch.notSent')
}

function PlanOfSchool({ plan }: { plan: PlanPreview }) {
  const t = useWords(words)
  return (
    <>
      <CopyText label={t('dispatch.one')} text={plan.text} rows={10} />
      <h3>{t('dispatch.seen')}</h3>
      <PlanTable activities={plan.activities} />
    </>
  )
}
