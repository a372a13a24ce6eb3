import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { EmptyState } from '../../../web/empty-state.tsx'
import { FilterChips } from '../../../web/filter-chips.tsx'
import { useCall } from '../../../web/query.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import type { MatrixView } from '../matrix-view.ts'
import type { TaskDeadline } from '../task-view.ts'
import { frameOf } from '../timeline.ts'
import { ActivityPanel } from './activity-panel.tsx'
import { type ActivitySum, sumActivities } from './activity-sums.ts'
import { Calendar } from './calendar.tsx'
import { type CellKey, cellParam } from './cell-key.ts'
import { assignments } from './client.ts'
import { countMoves, countStates, filterMatrix, placeCells } from './matrix-filter.ts'
import { MatrixLegend } from './matrix-legend.tsx'
import classes from './matrix-screen.module.css'
import { words as matrixWords } from './matrix-words.ts'
import { OwnRows } from './own-rows.tsx'
import { OwnRowsLink } from './own-rows-link.tsx'
import { TaskPanel } from './task-panel.tsx'
import { sumTasks } from './task-sums.ts'
import { Timeline } from './timeline.tsx'
import { TimelinePhone } from './timeline-phone.tsx'
import { words } from './timeline-words.ts'
import { MatrixAddress, noFilter, useMatrixFilters } from './use-matrix-filters.ts'
import { type Scope, WholeSwitch } from './whole-switch.tsx'

type Props = { kind: 'timeline' | 'calendar'; view: MatrixView; isOwn: boolean; isNarrow: boolean; scope: Scope }

/** «Лента» and «Календарь»: the activities in their time, summed over the organisations that are shown. */
export function TimeBody({ kind, view: sent, isOwn, isNarrow, scope }: Props) {
  const t = useWords(words)
  const say = useWords(matrixWords)
  const [address, setAddress] = useUrlState(MatrixAddress)
  const view = useMemo(() => placeCells(sent), [sent])
  const { state, section, group, place, who, what, mine, late } = address
  const tasks = useTasks(sent)
  const tasksName = t('grid.section.tasks')
  const sums = useMemo(() => {
    const filter = { state, section, group, place, who, what, mine, late }
    return [...sumActivities(filterMatrix(view, filter)), ...sumTasks(tasks, filter, tasksName)]
  }, [view, tasks, tasksName, state, section, group, place, who, what, mine, late])
  const all = useMemo(() => sumActivities(filterMatrix(view, {})).length, [view])
  const filters = useMatrixFilters(view, address, isOwn || isNarrow ? 'few' : 'all')
  /** Of one organisation its cell opens at once. */
  const open = ({ id, only }: ActivitySum) =>
    setAddress(only ? { cell: cellParam(only), of: undefined } : { of: id, cell: undefined })
  const panel = {
    onOpen: (cell: CellKey) => setAddress({ cell: cellParam(cell) }),
    onClose: () => setAddress({ of: undefined }),
  }
  const opened = sums.find((sum) => sum.id === address.of)
  return (
    <div className={classes.body} data-wide={scope !== null}>
      <div className={classes.bar}>
        <FilterChips filters={filters} onChange={(key, value) => setAddress({ [key]: value ?? undefined })} />
        <span className={classes.views}>
          <WholeSwitch scope={scope} isWhole={sent.programme === null} />
        </span>
      </div>
      {sums.length === 0 ? (
        <EmptyState
          title={say('empty.filter')}
          actions={<Button onClick={() => setAddress(noFilter)}>{say('empty.filter.drop')}</Button>}
        />
      ) : kind === 'calendar' ? (
        <Calendar sums={sums} frames={sent.boards} today={sent.today} isNarrow={isNarrow} onOpen={open} />
      ) : isNarrow ? (
        <TimelinePhone sums={sums} today={sent.today} onOpen={open} />
      ) : (
        <Timeline
          sums={sums}
          frames={sent.boards}
          today={sent.today}
          scale={address.scale ?? 'months'}
          onScale={(scale) => setAddress({ scale })}
          open={address.of}
          onOpen={open}
        />
      )}
      <OwnRows view={sent} scope={scope} />
      <footer className={classes.foot} data-below={address.own !== undefined}>
        <MatrixLegend
          counts={countStates(view)}
          moves={countMoves(view)}
          chosen={address.state}
          onChoose={(one) => setAddress({ state: one })}
        />
        <div className={classes.last}>
          <p className={classes.shown} role="status">
            {t('shown', { count: sums.filter((one) => !one.isTask).length, all })}
          </p>
          <OwnRowsLink view={sent} scope={scope} />
        </div>
      </footer>
      {opened && !address.cell ? (
        opened.isTask ? (
          <TaskPanel activityId={opened.id} {...panel} />
        ) : (
          <ActivityPanel sum={opened} {...panel} />
        )
      ) : null}
    </div>
  )
}

const NO_TASKS: readonly TaskDeadline[] = []

/** Tasks of the authorities that are shown, in the years of their projects. */
function useTasks({ boards, today }: MatrixView): readonly TaskDeadline[] {
  const frame = frameOf(boards)
  const found = useCall(
    assignments.listTaskDeadlines,
    { from: frame?.startsOn ?? today, to: frame?.endsOn ?? today },
    { keepPrevious: true },
  )
  const tasks = found.data?.tasks ?? NO_TASKS
  return useMemo(() => tasks.filter((task) => boards.some((one) => one.authorityId === task.ownerId)), [tasks, boards])
}
