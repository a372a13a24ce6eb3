import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Actor, holds } from '../../../kernel/actor.ts'
import { dotted } from '../../../kernel/day.ts'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { canManageOrganisations, mayMove } from '../organisation.ts'
import { organisationsWords } from '../screen-words.ts'
import { BecomeRegion } from './become-region.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { OrganisationCodes } from './organisation-codes.tsx'
import { OrganisationForm } from './organisation-form.tsx'
import { OrganisationHistory } from './organisation-history.tsx'
import classes from './organisation-panel.module.css'
import { organisationsClient } from './organisations-client.ts'
import { RenameDialog } from './rename-dialog.tsx'
import type { Organisation } from './tree-rows.ts'

type Props = {
  organisation: Organisation
  organisations: readonly Organisation[]
  actor: Actor
  onClose: () => void
}

type Asked = 'rename' | 'move' | 'close'

/** The card: names and clock, codes, history; and what changes from a day on. */
export function OrganisationPanel({ organisation, organisations, actor, onClose }: Props) {
  const t = useWords(organisationsWords)
  const history = useCall(organisationsClient.loadHistory, { id: organisation.id })
  const mayManage = canManageOrganisations(actor, organisation)
  const { closedOn, kind } = organisation
  const parent = organisations.find((one) => one.id === organisation.parentId)
  return (
    <SidePanel
      isOpen
      title={organisation.shortName}
      lead={
        <span className={classes.lead}>
          {[t(`kind.${kind}`), parent?.shortName].filter(Boolean).join(' · ')}
          {closedOn ? ` · ${t('tree.closedOn', { day: dotted(closedOn) })}` : ''}
        </span>
      }
      onClose={onClose}
    >
      <div className={classes.parts}>
        {mayManage && !closedOn ? (
          <>
            <Changes organisation={organisation} organisations={organisations} actor={actor} />
            <OrganisationForm organisation={organisation} onClose={onClose} />
          </>
        ) : (
          <p className={classes.full}>{organisation.fullName}</p>
        )}
        <Loaded call={history}>
          {(found) => (
            <>
              <OrganisationCodes organisation={organisation} codes={found.codes} mayChange={mayManage && !closedOn} />
              <OrganisationHistory history={found} closedOn={closedOn} />
            </>
          )}
        </Loaded>
        {mayManage && closedOn ? <Reopen organisation={organisation} /> : null}
      </div>
    </SidePanel>
  )
}

function Changes({ organisation, organisations, actor }: Omit<Props, 'onClose'>) {
  const t = useWords(organisationsWords)
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const hasSchools = organisations.some((one) => one.parentId === organisation.id && one.kind === 'school')
  const isTop = organisation.kind === 'authority' && organisation.parentId === null
  const mayBeRegion = isTop && !hasSchools && holds(actor, ['administrator'], organisation)
  const parents = organisations.filter(
    (one) =>
      (one.kind === 'authority' || one.kind === 'region') &&
      one.closedOn === null &&
      one.id !== organisation.parentId &&
      canManageOrganisations(actor, one),
  )
  // Schools go to municipalities; the region is the last to be offered.
  const offered = parents.toSorted((one, other) => Number(one.kind === 'region') - Number(other.kind === 'region'))
  const successors = organisations.filter(
    (one) => one.kind === organisation.kind && one.closedOn === null && one.id !== organisation.id,
  )
  return (
    <div className={classes.buttons}>
      <Button onClick={() => setAsked('rename')}>{t('change.rename')}</Button>
      {mayMove(organisation.kind) && parents.length > 0 ? (
        <Button onClick={() => setAsked('move')}>{t('change.move')}</Button>
      ) : null}
      {organisation.parentId === null ? null : <Button onClick={() => setAsked('close')}>{t('change.close')}</Button>}
      {mayBeRegion ? <BecomeRegion organisation={organisation} /> : null}
      {asked === 'rename' ? <RenameDialog organisation={organisation} onClose={close} /> : null}
      {asked === 'move' ? <MoveDialog organisation={organisation} parents={offered} onClose={close} /> : null}
      {asked === 'close' ? <CloseDialog organisation={organisation} successors={successors} onClose={close} /> : null}
    </div>
  )
}

function Reopen({ organisation: { id, rowVersion } }: { organisation: Organisation }) {
  const t = useWords(organisationsWords)
  const change = useChange(organisationsClient.reopenOrganisation)
  return (
    <div>
      <RefusalNote refusal={change.refusal} onRetry={change.retry} />
      <Button loading={change.isPending} onClick={() => change.run({ id, rowVersion })}>
        {t('change.reopen')}
      </Button>
    </div>
  )
}
