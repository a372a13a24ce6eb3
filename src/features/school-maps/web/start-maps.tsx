import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import type { OrganisationId, ProgrammeId } from '../../../kernel/id.ts'
import { type OnBehalf, onBehalfWays } from '../../../kernel/on-behalf.ts'
import { announce } from '../../../web/announce.tsx'
import boxed from '../../../web/boxed-choices.module.css'
import { Dialog } from '../../../web/dialog.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { schoolMapsContract } from '../contract.ts'
import { schoolMaps } from './client.ts'
import { words as mapWords } from './map-words.ts'
import classes from './start-maps.module.css'
import { words } from './start-words.ts'

type Summary = OutputOf<typeof schoolMapsContract.listSchoolMaps>['maps'][number]
type Props = { programmeId: ProgrammeId; maps: readonly Summary[] }

/** «Начать карты»: for the schools of a project that have none, all of them or those that are ticked. */
export function StartMaps({ programmeId, maps }: Props) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const without = maps.filter((one) => one.status === null)
  return (
    <>
      {without.length > 0 ? (
        <Button variant="filled" onClick={() => setOpen(true)}>
          {t('open')}
        </Button>
      ) : null}
      {isOpen ? (
        <StartDialog
          programmeId={programmeId}
          schools={without}
          had={maps.length - without.length}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

type DialogProps = { programmeId: ProgrammeId; schools: readonly Summary[]; had: number; onClose: () => void }

/** First what will happen; the press itself says for how many. */
function StartDialog({ programmeId, schools, had, onClose }: DialogProps) {
  const t = useWords(words)
  const say = useWords(mapWords)
  const [left, setLeft] = useState<ReadonlySet<OrganisationId>>(new Set())
  const [onBehalf, setOnBehalf] = useState<OnBehalf>('letter')
  const chosen = schools.map((one) => one.organisationId).filter((id) => !left.has(id))
  const start = useChange(schoolMaps.startSchoolMaps, {
    onDone: (answer) => {
      const counts = { started: answer.started.length, had: answer.had.length }
      announce(t(counts.had > 0 ? 'done.had' : 'done', counts))
      onClose()
    },
  })
  const send = () => start.run({ programmeId, organisationIds: chosen, onBehalf })
  const choose = (id: OrganisationId, isChosen: boolean) => {
    const next = new Set(left)
    if (isChosen) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  const title = t('title', { count: chosen.length })
  const actions = (
    <>
      <Button onClick={onClose}>{say('step.cancel')}</Button>
      <Button variant="filled" loading={start.isPending} disabled={chosen.length === 0} onClick={send}>
        {title}
      </Button>
    </>
  )
  return (
    <Dialog isOpen title={t('open')} onClose={onClose} actions={actions}>
      <div className={classes.start}>
        <p>{t('text')}</p>
        <NativeSelect
          label={t('told')}
          value={onBehalf}
          onChange={(event) => setOnBehalf(onBehalfWays.find((one) => one === event.currentTarget.value) ?? 'letter')}
          data={onBehalfWays.map((one) => ({ value: one, label: say(`behalf.${one}`) }))}
        />
        {had > 0 ? <p className={classes.soft}>{t('had', { count: had })}</p> : null}
        <fieldset className={boxed.choices}>
          <legend>{t('schools')}</legend>
          <div className={classes.choice}>
            <Button variant="subtle" size="compact-sm" onClick={() => setLeft(new Set())}>
              {t('all')}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => setLeft(new Set(schools.map((one) => one.organisationId)))}
            >
              {t('none')}
            </Button>
          </div>
          {schools.map((one) => (
            <Checkbox
              key={one.organisationId}
              label={one.shortName}
              checked={!left.has(one.organisationId)}
              onChange={(event) => choose(one.organisationId, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
        <RefusalNote refusal={start.refusal} onRetry={start.retry} />
      </div>
    </Dialog>
  )
}
