import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { holdsSomewhere } from '../../../kernel/actor.ts'
import { EmptyState } from '../../../web/empty-state.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { Page } from '../../../web/shell/page.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { useActor } from '../../access/web/me.ts'
import type { TodayView } from '../today-view.ts'
import { assignments } from './client.ts'
import { paths } from './paths.ts'
import { TodayHints } from './today-hints.tsx'
import { TodayList } from './today-list.tsx'
import classes from './today-screen.module.css'
import { words } from './today-words.ts'

// For administrators alone, so nobody else's first screen carries it.
const BackupWarning = lazy(async () => ({
  default: (await import('../../upkeep/web/backup-warning.tsx')).BackupWarning,
}))

const MailWarning = lazy(async () => ({
  default: (await import('../../messages/web/mail-warning.tsx')).MailWarning,
}))

/** Who accepts, answers for a later day or takes off control; to whoever only looks nothing waits for a decision. */
const deciders = ['municipal_coordinator', 'curator', 'authority_head'] as const

/** «Сегодня»: what is late, what is due this week, what waits for a decision — across all projects. */
export function TodayScreen() {
  const t = useWords(words)
  const format = useFormat()
  const found = useCall(assignments.loadToday, {})
  return (
    <Page title={t('title')} beside={found.data ? format.day(found.data.today) : null}>
      <Loaded call={found}>{(view) => <Body view={view} />}</Loaded>
    </Page>
  )
}

function Body({ view }: { view: TodayView }) {
  const t = useWords(words)
  const actor = useActor()
  const isSchool = holdsSomewhere(actor, ['school_head', 'school_team'])
  const decides = isSchool || holdsSomewhere(actor, deciders)
  const none = view.hints.some((one) => one.kind === 'map-to-correct')
    ? 'waiting.school.noneElse'
    : 'waiting.school.none'
  const waiting = decides ? (
    <TodayList
      key="waiting"
      title={t(isSchool ? 'waiting.school' : 'waiting')}
      none={t(isSchool ? none : 'waiting.none')}
      list={view.waiting}
      filter={isSchool ? 'returned' : 'waiting'}
    />
  ) : null
  // Whoever controls does not press others herself: her own decisions come before what is late elsewhere.
  const isFirst = holdsSomewhere(actor, ['authority_head'])
  if (view.firstStep && isQuiet(view)) {
    return (
      <div className={classes.today}>
        <Upkeep />
        <FirstStep step={view.firstStep} />
      </div>
    )
  }
  return (
    <div className={classes.today}>
      <Upkeep />
      <TodayHints hints={view.hints} />
      {isFirst ? waiting : null}
      <TodayList title={t('late')} none={t('late.none')} list={view.late} filter="late" />
      <TodayList title={t('thisWeek')} none={t('thisWeek.none')} list={view.thisWeek} filter="due-soon" />
      {isFirst ? null : waiting}
      {isQuiet(view) ? (
        <p className={classes.next}>
          {t('none.next')} <Link to={paths.matrix}>{t('none.open')}</Link>
        </p>
      ) : null}
    </div>
  )
}

function Upkeep() {
  const isAdministrator = holdsSomewhere(useActor(), ['administrator'])
  if (!isAdministrator) return null
  return (
    <Suspense fallback={null}>
      <BackupWarning />
      <MailWarning />
    </Suspense>
  )
}

function FirstStep({ step }: { step: NonNullable<TodayView['firstStep']> }) {
  const t = useWords(words)
  const press =
    step === 'drop-order' ? (
      <Button component={Link} to={paths.imports} variant="filled">
        {t('first.drop-order.press')}
      </Button>
    ) : null
  return (
    <EmptyState title={t(`first.${step}`)} actions={press}>
      {t(`first.${step}.text`)}
    </EmptyState>
  )
}

function isQuiet({ late, thisWeek, waiting }: TodayView): boolean {
  return late.total + thisWeek.total + waiting.total === 0
}
