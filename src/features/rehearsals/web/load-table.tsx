import { useState } from 'react'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useWords } from '../../../web/use-words.ts'
import type { RehearsalView } from '../view.ts'
import classes from './rehearsal-page.module.css'
import { words } from './rehearsal-words.ts'
import { RowNames } from './row-names.tsx'
import { useMonths } from './use-months.ts'

type Props = { view: RehearsalView }
/** A school and its month; `month` null: what runs through the year. */
type Place = { school: number; month: number | null }

/** Schools down, months across; each number opens into what it counts. */
export function LoadTable({ view }: Props) {
  const t = useWords(words)
  const sayMonth = useMonths()
  const [open, setOpen] = useState<Place | null>(null)
  const { schools, load } = view
  const most = Math.max(1, ...load.schools.flatMap((one) => one.months.map(countOf)))
  const titleOf = ({ school, month }: Place) => {
    const name = schools[school]?.shortName ?? ''
    const of = month === null ? t('load.allYear') : sayMonth(load.months[month] ?? '', 'long')
    return t('load.of', { school: name, month: of })
  }
  if (schools.length === 0) {
    return (
      <section className={classes.section}>
        <h2>{t('load')}</h2>
        <p className={classes.soft}>{t('load.none')}</p>
      </section>
    )
  }
  return (
    <section className={classes.section}>
      <h2>{t('load')}</h2>
      <p className={classes.soft}>{t('load.rule')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard */}
      <section className={classes.box} aria-label={t('load')} tabIndex={0}>
        <table className={classes.load}>
          <thead>
            <tr>
              <th scope="col">{t('load.school')}</th>
              {load.months.map((month) => (
                <th key={month} scope="col">
                  {sayMonth(month, 'short')}
                </th>
              ))}
              <th scope="col">{t('load.allYear')}</th>
            </tr>
          </thead>
          <tbody>
            {schools.map(({ shortName }, school) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a school of an import has no other name yet, and the list does not change
              <tr key={school}>
                <th scope="row">{shortName}</th>
                {load.months.map((month, index) => {
                  const count = countOf(load.schools[school]?.months[index])
                  return (
                    <Count
                      key={month}
                      count={count}
                      isMost={count === most}
                      label={titleOf({ school, month: index })}
                      onOpen={() => setOpen({ school, month: index })}
                    />
                  )
                })}
                <Count
                  count={load.schools[school]?.allYear.length ?? 0}
                  isMost={false}
                  label={titleOf({ school, month: null })}
                  onOpen={() => setOpen({ school, month: null })}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <SidePanel isOpen={open !== null} title={open ? titleOf(open) : ''} onClose={() => setOpen(null)}>
        {open ? <Counted view={view} place={open} /> : null}
      </SidePanel>
    </section>
  )
}

type CountProps = { count: number; isMost: boolean; label: string; onOpen: () => void }

function Count({ count, isMost, label, onOpen }: CountProps) {
  const t = useWords(words)
  if (count === 0) return <td>–</td>
  return (
    <td data-most={isMost}>
      <button type="button" data-prints aria-label={`${label}: ${t('load.cell', { count })}`} onClick={onOpen}>
        {count}
      </button>
    </td>
  )
}

function Counted({ view, place: { school, month } }: { view: RehearsalView; place: Place }) {
  const t = useWords(words)
  const own = view.load.schools[school]
  const at = month === null ? { rows: own?.allYear ?? [], tasks: [] } : own?.months[month]
  return (
    <div className={classes.counted}>
      <RowNames view={view} rows={at?.rows ?? []} />
      {at && at.tasks.length > 0 ? <h3>{t('load.tasks')}</h3> : null}
      {at?.tasks.map((place) => (
        <p key={place}>{view.tasks[place]?.text}</p>
      ))}
      <p className={classes.soft}>{t('load.rule')}</p>
    </div>
  )
}

function countOf(month: { rows: number[]; tasks: number[] } | undefined): number {
  return month ? month.rows.length + month.tasks.length : 0
}
