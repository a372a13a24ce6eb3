import { Link } from '@tanstack/react-router'
import type { AssignmentState } from '../../../kernel/assignment-state.ts'
import { StateBadge } from '../../../web/state-mark.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { TodayLine, TodayView } from '../today-view.ts'
import { paths } from './paths.ts'
import { Press } from './press.tsx'
import { Reminder } from './reminder.tsx'
import classes from './today-screen.module.css'
import { words } from './today-words.ts'

type Props = {
  title: string
  /** The kind sentence of an empty list. */
  none: string
  list: TodayView['late']
  /** The state that the road map is narrowed to by «ещё». */
  filter: AssignmentState
}

/** One of the three short lists: what, who, by when, what to press. */
export function TodayList({ title, none, list, filter }: Props) {
  const t = useWords(words)
  const rest = list.total - list.lines.length
  return (
    <section className={classes.list}>
      <h2>
        {title} {list.total > 0 ? <span className={classes.total}>{list.total}</span> : null}
      </h2>
      {list.lines.length === 0 ? <p className={classes.none}>{none}</p> : null}
      <ul>
        {list.lines.map((line) => (
          <Line key={`${line.activityId}.${line.organisations[0]?.id}.${line.action}`} line={line} />
        ))}
      </ul>
      {rest > 0 ? (
        <Link to={paths.matrix} search={{ state: filter, view: 'list' }}>
          {t('more', { count: rest })}
        </Link>
      ) : null}
    </section>
  )
}

function Line({ line }: { line: TodayLine }) {
  const t = useWords(words)
  const due = useDue(line)
  const names = useNames(line)
  return (
    <li className={classes.line}>
      <StateBadge state={line.state} />
      <div className={classes.what}>
        <p className={classes.title}>
          <span className={classes.number}>{line.number ?? t('task')}</span> {line.title}
        </p>
        <p className={classes.who}>{[names, due].filter((part) => part !== '').join(' · ')}</p>
      </div>
      {line.action === 'remind' ? (
        <Reminder line={line} names={names} />
      ) : (
        <Press line={line} label={t(`action.${line.action}`)} size="compact-sm" />
      )}
    </li>
  )
}

function useNames({ organisations, count }: TodayLine): string {
  const t = useWords(words)
  const names = organisations.map((one) => one.shortName).join(', ')
  return count > organisations.length ? t('who.more', { names, count: count - organisations.length }) : names
}

function useDue({ dueOn, dueTime, workingDaysLeft }: TodayLine): string {
  const t = useWords(words)
  const format = useFormat()
  if (!dueOn) return ''
  const day = format.day(dueOn)
  const by = dueTime ? t('due.time', { day, time: dueTime }) : t('due', { day })
  if (workingDaysLeft === null) return by
  return `${by}, ${workingDaysLeft === 0 ? t('left.today') : t('left', { count: workingDaysLeft })}`
}
