import { Button, type ButtonProps } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { TodayLine } from '../today-view.ts'
import { cellParam } from './cell-key.ts'
import { paths } from './paths.ts'

type Props = { line: TodayLine; label: string; size?: ButtonProps['size'] }

/** A task opens among the tasks; a row of the road map opens its cell, or its column where several are concerned. */
export function Press({ line, label, size }: Props) {
  const [only] = line.organisations
  const cell = only && line.count === 1 ? cellParam({ ...line, organisationId: only.id }) : ''
  const task = { cell, task: cell ? '' : line.activityId }
  const narrowed = line.action === 'move' ? { late: 'asked' } : { state: line.state }
  const row = { project: line.programmeId ?? '', cell, ...(!cell && narrowed) }
  return (
    <Button
      {...(size && { size })}
      renderRoot={(props) =>
        line.programmeId ? (
          <Link {...props} to={paths.matrix} search={row} />
        ) : (
          <Link {...props} to={paths.tasks} search={task} />
        )
      }
    >
      {label}
    </Button>
  )
}
