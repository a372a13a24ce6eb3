import { memo } from 'react'
import { partsOf } from '../../../kernel/day.ts'
import { useWords } from '../../../web/use-words.ts'
import type { Stretch } from '../timeline.ts'
import classes from './timeline.module.css'
import { Today } from './timeline-bar.tsx'
import type { Axis } from './timeline-row.tsx'
import { words } from './timeline-words.ts'
import { useSumWords } from './use-sum-words.ts'

/** Years above months, or months above weeks; the column of the reader is underlined. */
export const TimelineHead = memo(function TimelineHead({ axis, at }: { axis: Axis; at: number | null }) {
  const t = useWords(words)
  const say = useSumWords()
  const { stretches, scale, today } = axis
  const short = ({ start }: Stretch) => (scale === 'months' ? say.month(start).slice(0, 3) : `${partsOf(start).day}`)
  const above = ({ start }: Stretch) => (scale === 'months' ? start.slice(0, 4) : say.month(start))
  return (
    <thead>
      <tr aria-rowindex={1} className={classes.headRow}>
        <th scope="col" rowSpan={2} className={classes.corner} data-corner>
          {t('grid.activity')}
        </th>
        <th scope="col" rowSpan={2} className={classes.stateHead} data-lead>
          {t('grid.state')}
        </th>
        {groupsOf(stretches.map(above)).map((group) => (
          <th
            key={group.first}
            scope="colgroup"
            colSpan={group.count}
            className={classes.above}
            style={{ gridColumn: `${group.first + 3} / span ${group.count}` }}
          >
            <span>{group.name}</span>
          </th>
        ))}
      </tr>
      <tr aria-rowindex={2} className={classes.headRow}>
        {stretches.map((one, index) => {
          const isNow = today !== null && Math.floor(today) === index
          return (
            <th
              key={one.start}
              scope="col"
              className={classes.stretch}
              style={{ gridColumn: index + 3 }}
              data-column={index}
              data-at={at === index}
              data-now={isNow}
              title={say.stretch(one, scale)}
            >
              <span aria-hidden="true">{short(one)}</span>
              <span className="hidden-visually">{say.stretch(one, scale)}</span>
              <Today today={today} column={index} />
            </th>
          )
        })}
      </tr>
    </thead>
  )
})

function groupsOf(names: readonly string[]): { name: string; first: number; count: number }[] {
  const groups: { name: string; first: number; count: number }[] = []
  for (const [first, name] of names.entries()) {
    const last = groups.at(-1)
    if (last?.name === name) last.count++
    else groups.push({ name, first, count: 1 })
  }
  return groups
}
