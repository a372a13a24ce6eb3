import { useState } from 'react'
import { DataLines } from '../../../web/data-lines.tsx'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useNarrow } from '../../../web/use-narrow.ts'
import { useWords } from '../../../web/use-words.ts'
import type { RehearsalView } from '../view.ts'
import classes from './rehearsal-page.module.css'
import { words } from './rehearsal-words.ts'
import { RowNames } from './row-names.tsx'
import { useMonths } from './use-months.ts'

type Props = { view: RehearsalView }
/** A school and its month; `month` null: what runs through the year. */
type Place = { school: number; month: number | null }
type Head = { key: string; head: string; month: number | null }

/** Schools down, months across; each number opens into what it counts. */
export function LoadTable({ view }: Props) {
  const t = useWords(words)
  const sayMonth = useMonths()
  const [open, setOpen] = useState<Place | null>(null)
  const { schools, load } = view
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
      <Months view={view} titleOf={titleOf} onOpen={setOpen} />
      <SidePanel isOpen={open !== null} title={open ? titleOf(open) : ''} onClose={() => setOpen(null)}>
        {open ? <Counted view={view} place={open} /> : null}
      </SidePanel>
    </section>
  )
}

type MonthsProps = Props & { titleOf: (place: Place) => string; onOpen: (place: Place) => void }

function Months({ view: { schools, load }, titleOf, onOpen }: MonthsProps) {
  const t = useWords(words)
  const sayMonth = useMonths()
  const isNarrow = useNarrow()
  const most = Math.max(1, ...load.schools.flatMap((one) => one.months.map(countOf)))
  const heads: Head[] = [
    ...load.months.map((month, place) => ({ key: month, head: sayMonth(month, 'short'), month: place })),
    { key: 'allYear', head: t('load.allYear'), month: null },
  ]
  const counted = (school: number, month: number | null) => {
    const own = load.schools[school]
    const count = month === null ? (own?.allYear.length ?? 0) : countOf(own?.months[month])
    if (count === 0) return null
    const place = { school, month }
    const label = `${titleOf(place)}: ${t('load.cell', { count })}`
    return (
      <button
        type="button"
        className={classes.amount}
        data-prints
        data-most={month !== null && count === most}
        aria-label={label}
        onClick={() => onOpen(place)}
      >
        {count}
      </button>
    )
  }
  // A school of an import has no other name yet, and the list does not change.
  const rows = schools.map(({ shortName }, school) => ({ shortName, school }))
  if (isNarrow) {
    const columns = [
      { key: 'school', head: t('load.school'), cell: (row: (typeof rows)[number]) => row.shortName },
      ...heads.map(({ key, head, month }) => ({
        ...{ key, head },
        cell: ({ school }: (typeof rows)[number]) => counted(school, month),
      })),
    ]
    return (
      <DataLines
        caption={t('load')}
        columns={columns}
        rows={rows}
        keyOf={({ school }) => `${school}`}
        onOpen={undefined}
        openKey={undefined}
      />
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <section className={classes.box} aria-label={t('load')} tabIndex={0}>
      <table className={classes.load}>
        <thead>
          <tr>
            <th scope="col">{t('load.school')}</th>
            {heads.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ shortName, school }) => (
            <tr key={school}>
              <th scope="row">{shortName}</th>
              {heads.map(({ key, month }) => (
                <td key={key}>{counted(school, month) ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
