import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import * as z from 'zod'
import { type Column, DataTable } from '../../../web/data-table.tsx'
import { EmptyState } from '../../../web/empty-state.tsx'
import { FilterChips } from '../../../web/filter-chips.tsx'
import { later } from '../../../web/later.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { Page } from '../../../web/shell/page.tsx'
import { StateBadge } from '../../../web/state-mark.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useNarrow } from '../../../web/use-narrow.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { TASKS_IN_PAGE, type TaskView } from '../task-view.ts'
import { hasAnswered, worstOf } from './answered.ts'
import { cellParam, readCell } from './cell-key.ts'
import { assignments } from './client.ts'
import { TaskLines } from './task-lines.tsx'
import { words } from './task-words.ts'
import classes from './tasks-screen.module.css'

const CellPanel = later(async () => (await import('./cell-panel.tsx')).CellPanel)
const NewTask = later(async () => (await import('./new-task.tsx')).NewTask)
const TaskPanel = later(async () => (await import('./task-panel.tsx')).TaskPanel)

const word = z.string().optional().catch(undefined)
const AddressSchema = z.object({
  task: word,
  cell: word,
  show: z.enum(['open', 'done']).optional().catch(undefined),
  new: word,
  letter: word,
  page: z.coerce.number().int().min(1).optional().catch(undefined),
})

/** «Поручения»: what was asked outside the road map, and who has answered. */
export function TasksScreen() {
  const t = useWords(words)
  const [address, setAddress] = useUrlState(AddressSchema)
  const found = useCall(assignments.listTasks, { page: address.page ?? 1 }, { keepPrevious: true })
  const cell = readCell(address.cell)
  const mayGive = found.data?.mayGive ?? false
  const give = () => setAddress({ new: 'yes', task: undefined, cell: undefined })
  return (
    <Page
      title={t('title')}
      primary={
        mayGive ? (
          <Button variant="filled" onClick={give}>
            {t('give')}
          </Button>
        ) : null
      }
    >
      <Loaded call={found}>{({ tasks, total }) => <Tasks tasks={tasks} total={total} mayGive={mayGive} />}</Loaded>
      {address.new && mayGive ? (
        <NewTask letterId={address.letter} onClose={() => setAddress({ new: undefined, letter: undefined })} />
      ) : null}
      {address.task && !cell ? (
        <TaskPanel
          activityId={address.task}
          onClose={() => setAddress({ task: undefined })}
          onOpen={(one) => setAddress({ cell: cellParam(one) })}
        />
      ) : null}
      {cell ? <CellPanel {...cell} onClose={() => setAddress({ cell: undefined })} /> : null}
    </Page>
  )
}

function Tasks({ tasks, total, mayGive }: { tasks: readonly TaskView[]; total: number; mayGive: boolean }) {
  const t = useWords(words)
  const [address, setAddress] = useUrlState(AddressSchema)
  const isNarrow = useNarrow()
  const columns = useColumns(tasks.every(isOwn))
  useSeenNote(tasks.find((one) => isOwn(one) && one.activityId === readCell(address.cell)?.activityId))
  if (total === 0) {
    return <EmptyState title={t('empty.title')}>{t(mayGive ? 'empty.give' : 'empty.wait')}</EmptyState>
  }
  const shown = tasks.filter((one) => !address.show || isOpen(one) === (address.show === 'open'))
  const filter = {
    key: 'show',
    label: t('filter.open'),
    value: address.show ?? null,
    options: (['open', 'done'] as const).map((one) => ({ value: one, label: t(`filter.open.${one}`) })),
  }
  const open = (task: TaskView) => {
    const [only] = task.recipients
    if (only && isOwn(task)) return setAddress({ cell: cellParam({ ...only, activityId: task.activityId }) })
    setAddress({ task: task.activityId, new: undefined })
  }
  return (
    <div className={classes.tasks}>
      <FilterChips
        filters={[filter]}
        onChange={(_, value) => setAddress({ show: value === 'open' || value === 'done' ? value : undefined })}
      />
      {isNarrow ? (
        <TaskLines tasks={shown} onOpen={open} />
      ) : (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={shown}
          keyOf={(task) => task.activityId}
          total={total}
          onOpen={open}
          openKey={address.task ?? readCell(address.cell)?.activityId ?? null}
        />
      )}
      <Pages shown={tasks.length} total={total} />
    </div>
  )
}

/** Earlier deadlines stand on the next pages. */
function Pages({ shown, total }: { shown: number; total: number }) {
  const t = useWords(words)
  const [{ page = 1 }, setAddress] = useUrlState(AddressSchema)
  if (shown === total && page === 1) return null
  const isLast = shown === 0 || (page - 1) * TASKS_IN_PAGE + shown >= total
  return (
    <nav className={classes.pages} aria-label={t('pages')}>
      <Button disabled={page === 1} onClick={() => setAddress({ page: page > 2 ? page - 1 : undefined })}>
        {t('pages.later')}
      </Button>
      <span>{t('pages.at', { page })}</span>
      <Button disabled={isLast} onClick={() => setAddress({ page: page + 1 })}>
        {t('pages.earlier')}
      </Button>
    </nav>
  )
}

/** A school finds only itself among the recipients: its line leads straight to its cell. */
function isOwn(task: TaskView): boolean {
  return task.recipients.length === 1 && !task.mayCancel && !task.cancelled
}

/** The coordinator sees that the school has opened it; who may not say so is refused in silence. */
function useSeenNote(task: TaskView | undefined) {
  const { run } = useChange(assignments.noteTaskSeen)
  const noted = useRef<string | null>(null)
  const [recipient] = task?.recipients ?? []
  useEffect(() => {
    if (!task || !recipient || recipient.seenAt || noted.current === task.activityId) return
    noted.current = task.activityId
    run({ activityId: task.activityId, organisationId: recipient.organisationId })
  })
}

function isOpen({ cancelled, recipients }: TaskView): boolean {
  return !cancelled && recipients.some((one) => one.state !== 'accepted' && one.state !== 'off-control')
}

function useColumns(isOwnOnly: boolean): Column<TaskView>[] {
  const t = useWords(words)
  const format = useFormat()
  const columns: Column<TaskView>[] = [
    { key: 'text', head: t('head.text'), isLong: true, cell: (task) => task.text },
    {
      key: 'due',
      head: t('head.due'),
      cell: (task) => `${format.dayShort(task.dueOn)}${task.dueTime ? ` ${task.dueTime}` : ''}`,
    },
  ]
  const state: Column<TaskView> = {
    key: 'state',
    head: t('head.state'),
    cell: (task) => (task.cancelled ? t('cancelled') : <StateBadge state={worstOf(task)} />),
  }
  const from: Column<TaskView> = { key: 'from', head: t('head.from'), cell: (task) => task.ownerName }
  if (isOwnOnly) return [...columns, state, from]
  return [
    ...columns,
    {
      key: 'answered',
      head: t('head.answered'),
      align: 'number',
      cell: (task) => `${task.recipients.filter(hasAnswered).length} / ${task.recipients.length}`,
    },
    {
      key: 'waiting',
      head: t('head.waiting'),
      align: 'number',
      cell: (task) => task.recipients.filter((one) => one.state === 'waiting').length || '',
    },
    state,
    {
      key: 'letter',
      head: t('head.letter'),
      cell: ({ letter }) =>
        [letter?.number ? `№ ${letter.number}` : '', letter?.sender ?? ''].filter(Boolean).join(', '),
    },
  ]
}
