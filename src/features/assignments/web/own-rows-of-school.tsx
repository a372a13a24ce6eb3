import { Link } from '@tanstack/react-router'
import { StateBadge } from '../../../web/state-mark.tsx'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import type { OwnRowsOfSchool as School } from '../own-rows-contract.ts'
import { cellParam } from './cell-key.ts'
import classes from './own-rows.module.css'
import { words } from './own-rows-words.ts'
import { paths } from './paths.ts'
import { useCellWords } from './use-cell-words.ts'
import { MatrixAddress } from './use-matrix-filters.ts'

type Props = {
  school: School
  /** `alone`: a school's own plan says whose it is; `with-authority`: of a region. */
  look: 'alone' | 'named' | 'with-authority'
}

/** What one school has set itself: its name leads to its map, a row opens its cell. */
export function OwnRowsOfSchool({ school, look }: Props) {
  const t = useWords(words)
  const { programmeId, organisationId, shortName, fullName, authorityName } = school
  return (
    <section className={classes.school}>
      <h3>
        <Link to={paths.schoolMap(programmeId, organisationId)} title={fullName}>
          {look === 'alone' ? t('map') : shortName}
        </Link>
        {look === 'with-authority' ? <span className={classes.soft}>{authorityName}</span> : null}
      </h3>
      <ul className={classes.lines}>
        {school.rows.map((row) => (
          <li key={row.activityId}>
            <Line row={row} organisationId={organisationId} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type LineProps = { row: School['rows'][number]; organisationId: School['organisationId'] }

function Line({ row, organisationId }: LineProps) {
  const t = useWords(words)
  const say = useCellWords()
  const [address, setAddress] = useUrlState(MatrixAddress)
  const { activityId, number, title, periodText, responsible, cell } = row
  const key = cellParam({ activityId, organisationId })
  const due = [say.due(cell), say.asked(cell)].filter((part) => part !== '').join(' · ')
  return (
    <button
      type="button"
      className={classes.line}
      data-prints
      data-open={address.cell === key}
      onClick={() => setAddress({ cell: key, of: undefined })}
    >
      <span className={classes.name}>
        {number} {title}
      </span>
      <span className={classes.soft}>{periodText ?? '—'}</span>
      <span className={classes.soft}>{responsible || t('noPerson')}</span>
      <span className={classes.state}>
        <StateBadge state={cell.state} label={say.state(cell)} />
        <span className={classes.soft}>{due}</span>
      </span>
    </button>
  )
}
