import { Button, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { DayInput } from '../../../web/day-input.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { DifferenceView as Difference } from '../import-contract.ts'
import { obstaclesOf, standingRows } from '../understanding.ts'
import { obstacleWords } from '../words.ts'
import { imports } from './client.ts'
import classes from './confirm-step.module.css'
import { confirmWords } from './confirm-words.ts'
import { DifferenceView } from './difference-view.tsx'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'
import { leaveAt } from './left-step.ts'
import { paths } from './paths.ts'

/** The last look: what will be made or changed, and the number and date of the signed paper. */
export function ConfirmStep() {
  const { view } = useImport()
  const found = useCall(imports.compareImport, { id: view.id })
  return (
    <Loaded call={found}>
      {({ difference }) => (
        <div className={classes.step}>
          {difference ? <DifferenceView difference={difference} /> : <WillBeMade />}
          <Confirmation difference={difference} />
        </div>
      )}
    </Loaded>
  )
}

function WillBeMade() {
  const t = useWords(confirmWords)
  const { view, understanding } = useImport()
  const schools = understanding.participants.filter((one) => one.included)
  const fresh = schools.filter((one) => one.organisationId === null).length
  const open = view.findings.length - understanding.decisions.length
  return (
    <section>
      <h2>{t('confirm.makes')}</h2>
      <ul>
        <li>{understanding.programmeTitle}</li>
        <li>{t('confirm.activities', { count: standingRows(understanding).length })}</li>
        <li>{t('confirm.schools', { count: schools.length })}</li>
        {fresh > 0 ? <li>{t('confirm.newSchools', { count: fresh })}</li> : null}
        {open > 0 ? <li>{t('confirm.findings', { count: open })}</li> : null}
      </ul>
    </section>
  )
}

function Confirmation({ difference }: { difference: Difference | null }) {
  const t = useWords(confirmWords)
  const head = useWords(words)
  const say = useWords(obstacleWords)
  const navigate = useNavigate()
  const { view, understanding, editing } = useImport()
  const [orderNumber, setNumber] = useState(understanding.orderNumber ?? '')
  const [orderDate, setDate] = useState<Day | null>(understanding.orderDate)
  const [reason, setReason] = useState('')
  const confirm = useChange(imports.confirmUnderstanding, {
    onDone: ({ roadMapId, outcome }) =>
      navigate({ to: outcome === 'identical' ? paths.plan(roadMapId) : paths.dispatch(roadMapId) }),
  })
  const obstacles = obstaclesOf(understanding)
  const isSame = difference?.outcome === 'identical' && !isOtherOrder(difference, orderNumber, orderDate)
  const isReady = obstacles.length === 0 && orderNumber.trim() !== '' && orderDate !== null && !editing.isPending
  const run = () => {
    if (!orderDate) return
    const { id, rowVersion } = view
    const because = reason.trim() === '' ? {} : { reason: reason.trim() }
    confirm.run({ id, rowVersion, orderNumber: orderNumber.trim(), orderDate, ...because })
  }
  return (
    <section className={classes.confirmation}>
      <p>{t('confirm.lead')}</p>
      {obstacles.length > 0 ? (
        <Notice kind="warn">
          <ul>
            {obstacles.map((one) => (
              <li key={one}>{say(one)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className={classes.order}>
        <TextInput
          label={head('head.orderNumber')}
          required
          value={orderNumber}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DayInput label={head('head.orderDate')} value={orderDate} onChange={setDate} isRequired />
      </div>
      {difference && !isSame ? (
        <TextInput
          label={t('confirm.reason')}
          description={t('confirm.reason.hint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      <p>{t('confirm.nobody')}</p>
      <p>
        <Link to={paths.importRehearsal(view.id)} onClick={() => leaveAt(view.id, 'confirm')}>
          {t('confirm.rehearse')}
        </Link>{' '}
        {t('confirm.rehearse.hint')}
      </p>
      <Button variant="filled" loading={confirm.isPending} disabled={!isReady} onClick={run}>
        {t(isSame ? 'confirm.button.same' : 'confirm.button')}
      </Button>
      <RefusalNote refusal={confirm.refusal} onRetry={confirm.retry} />
    </section>
  )
}

function isOtherOrder(difference: Difference, number: string, date: Day | null): boolean {
  return difference.orderNumber !== number.trim() || difference.orderDate !== date
}
