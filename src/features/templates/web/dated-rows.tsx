import { Button, Checkbox } from '@mantine/core'
import { IconCalendarOff, IconCheck } from '@tabler/icons-react'
import type { Day } from '../../../kernel/day.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { Obstruction } from '../../calendar/place-calendar.ts'
import type { DatedTemplate } from '../contract.ts'
import classes from './dated-rows.module.css'
import { words } from './template-words.ts'
import type { DatedWindow, Moving } from './use-moves.ts'

type Props = {
  dated: DatedTemplate
  moving: Moving
  /** Which rows are taken, where they are taken one by one. */
  choosing?: { chosen: readonly number[]; onChoose: (row: number, isChosen: boolean) => void }
  /** The last day of the year that they are taken into; a window that runs past it says so. */
  until?: Day
}

/** Every row with its dates in the chosen year, what they fall on, and the nearest days that suit, one press away. */
export function DatedRows({ dated, moving, choosing, until }: Props) {
  const t = useWords(words)
  return (
    <ol className={classes.rows}>
      {dated.rows.map((row, place) => {
        const windows = moving.windows.filter((one) => one.row === place)
        const name = `${row.number ?? ''} ${row.title}`.trim()
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of a template is named by its place
          <li key={place} className={classes.row}>
            {choosing ? (
              <Checkbox
                className={classes.choice}
                aria-label={t('choose', { title: name })}
                checked={choosing.chosen.includes(place)}
                onChange={(event) => choosing.onChoose(place, event.currentTarget.checked)}
              />
            ) : null}
            <div>
              {row.section && row.section !== dated.rows[place - 1]?.section ? (
                <p className={classes.section}>{row.section}</p>
              ) : null}
              <p>{name}</p>
              <p className={classes.soft}>
                {row.period ? row.period.text : t('row.noTerm')}
                {row.expectedResult ? ` · ${row.expectedResult}` : ''}
              </p>
              {windows.map((one) => (
                <WindowLine
                  key={one.window}
                  one={one}
                  name={name}
                  moving={moving}
                  isPast={until !== undefined && one.end > until}
                />
              ))}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

type LineProps = { one: DatedWindow; name: string; moving: Moving; isPast: boolean }

function WindowLine({ one, name, moving, isPast }: LineProps) {
  const t = useWords(words)
  const format = useFormat()
  const { days, end, on, through, was } = one
  const said =
    days.start === null
      ? t('row.until', { end: format.dayShort(end) })
      : t('row.range', { start: format.dayShort(days.start), end: format.dayShort(end) })
  return (
    <div className={classes.window} data-bad={isPast || on.length > 0}>
      {isPast || on.length > 0 ? (
        <IconCalendarOff size="var(--icon)" aria-hidden="true" />
      ) : (
        <IconCheck size="var(--icon)" aria-hidden="true" />
      )}
      <span className={classes.days}>{said}</span>
      {isPast ? <span className={classes.fallen}>{t('on.past')}</span> : null}
      {on.map((found) => (
        <span key={`${found.kind}.${found.during?.startsOn}`} className={classes.fallen}>
          <FallenWords found={found} />
        </span>
      ))}
      {through.length > 0 ? (
        <span className={classes.soft}>
          {t('row.through', { titles: [...new Set(through.map((found) => found.title))].join(', ') })}
        </span>
      ) : null}
      {was ? <span className={classes.soft}>{t('row.moved', { end: format.dayShort(was.end) })}</span> : null}
      <span className={classes.ways}>
        {daysAround(on).map(({ way, to }) => {
          const label = t(way, { day: format.dayShort(to) })
          return (
            <Button
              key={`${way}.${to}`}
              size="compact-sm"
              aria-label={t('to.of', { to: label, title: name })}
              onClick={() => moving.move(one, to)}
            >
              {label}
            </Button>
          )
        })}
        {was ? (
          <Button
            size="compact-sm"
            aria-label={t('row.back.of', { title: name })}
            onClick={() => moving.move(one, null)}
          >
            {t('row.back')}
          </Button>
        ) : null}
      </span>
    </div>
  )
}

function FallenWords({ found }: { found: Obstruction }) {
  const t = useWords(words)
  const format = useFormat()
  if (!found.during) return t('on.off')
  const { title, startsOn, endsOn } = found.during
  return t('on.during', { title, start: format.dayShort(startsOn), end: format.dayShort(endsOn) })
}

/** Out of everything that the day falls on at once: before the first of it and after the last. */
function daysAround(on: readonly Obstruction[]) {
  const before = on.map((one) => one.before).sort()[0]
  const after = on
    .map((one) => one.after)
    .sort()
    .at(-1)
  return [
    ...(before ? [{ way: 'to.before' as const, to: before }] : []),
    ...(after ? [{ way: 'to.after' as const, to: after }] : []),
  ]
}
