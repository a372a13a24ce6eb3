import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { words as webWords } from '../../../web/words.ts'
import { supportVariants } from '../../programmes/programme.ts'
import { type RowTiming, SCHOOLS_IN_PAGE } from '../own-rows-contract.ts'
import { assignments } from './client.ts'
import classes from './own-rows.module.css'
import { OwnRowsOfSchool } from './own-rows-of-school.tsx'
import { words } from './own-rows-words.ts'
import { MatrixAddress } from './use-matrix-filters.ts'
import { bringIntoView, type OwnRowsProps, PLACE, useOwnRows, type Whose } from './use-own-rows.ts'

/** «Собственные мероприятия школ»: closed until it is asked for, and not there at all where no school has any. */
export function OwnRows({ view, scope }: OwnRowsProps) {
  const t = useWords(words)
  const [address, setAddress] = useUrlState(MatrixAddress)
  const { whose, count, isOwn } = useOwnRows({ view, scope })
  if (!count) return null
  const { schools, rows } = count
  const isOpen = address.own !== undefined
  const Mark = isOpen ? IconChevronDown : IconChevronRight
  return (
    <section id={PLACE} className={classes.group} aria-label={t(isOwn ? 'title.own' : 'title')}>
      <h2>
        <button
          type="button"
          className={classes.title}
          data-prints
          aria-expanded={isOpen}
          onClick={() => setAddress({ own: isOpen ? undefined : 1 })}
        >
          <Mark size="var(--mark)" aria-hidden="true" />
          {t(isOwn ? 'title.own' : 'title')} · {rows}
          {isOwn ? null : <span className={classes.soft}>{t('schools', { count: schools })}</span>}
        </button>
      </h2>
      {isOpen ? <Rows whose={whose} isOwn={isOwn} isWhole={view.programme === null} /> : null}
    </section>
  )
}

function Rows({ whose, isOwn, isWhole }: { whose: Whose; isOwn: boolean; isWhole: boolean }) {
  const t = useWords(words)
  const web = useWords(webWords)
  const format = useFormat()
  const [address, setAddress] = useUrlState(MatrixAddress)
  const page = address.own ?? 1
  const asked = { ...whose, ...filtersOf(address), page }
  const found = useCall(assignments.listSchoolsOwnRows, asked, { keepPrevious: true })
  const isThere = found.data !== undefined
  const shownPage = useRef(0)
  // What was opened below the fold comes into view, and a turned page from its beginning.
  useEffect(() => {
    if (!isThere || shownPage.current === page) return
    shownPage.current = page
    bringIntoView()
  }, [isThere, page])
  return (
    <Loaded call={found}>
      {({ schools, states, shown, total }) => (
        <div className={classes.rows}>
          <p className={classes.soft} role="status">
            {t('shown', { rows: format.number(shown.rows), total: format.number(total.rows) })}
            {states.map(({ state, count }) => (
              <span key={state}> · {t('state', { state: web(`state.${state}`), count })}</span>
            ))}
          </p>
          {schools.map((school) => (
            <OwnRowsOfSchool
              key={`${school.programmeId}.${school.organisationId}`}
              school={school}
              look={isOwn ? 'alone' : isWhole ? 'with-authority' : 'named'}
            />
          ))}
          <Pages page={page} schools={shown.schools} onTurn={(own) => setAddress({ own })} />
        </div>
      )}
    </Loaded>
  )
}

type PagesProps = { page: number; schools: number; onTurn: (page: number) => void }

function Pages({ page, schools, onTurn }: PagesProps) {
  const t = useWords(words)
  const last = Math.max(1, Math.ceil(schools / SCHOOLS_IN_PAGE))
  if (last === 1 && page === 1) return null
  return (
    <nav className={classes.pages} aria-label={t('pages')}>
      <Button disabled={page === 1} onClick={() => onTurn(page - 1)}>
        {t('pages.back')}
      </Button>
      <span>{t('pages.at', { page, last })}</span>
      <Button disabled={page >= last} onClick={() => onTurn(page + 1)}>
        {t('pages.on')}
      </Button>
    </nav>
  )
}

/** What is chosen for the table holds here too. */
function filtersOf({ state, late, mine, place, who, group }: MatrixAddress) {
  const variant = supportVariants.find((one) => one === group)
  return {
    ...(state || mine ? { state: state ?? ('waiting' as const) } : {}),
    ...(late ? { timing: timingOf(late) } : {}),
    ...(place ? { authorityId: place } : {}),
    ...(who ? { organisationId: who } : {}),
    ...(variant ? { variant } : {}),
  }
}

function timingOf(late: string): RowTiming {
  return late === 'asked' || late === 'moved' ? late : 'overdue'
}
