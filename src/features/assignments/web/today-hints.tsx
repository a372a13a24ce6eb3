import { Link } from '@tanstack/react-router'
import { Notice } from '../../../web/notice.tsx'
import { useWords } from '../../../web/use-words.ts'
import { useMe } from '../../access/web/me.ts'
import { useActing } from '../../access/web/use-role-names.ts'
import { useProject } from '../../programmes/web/use-project.ts'
import type { TodayHint } from '../today-view.ts'
import { paths } from './paths.ts'
import classes from './today-screen.module.css'
import { words } from './today-words.ts'

/** What nobody is late with, but what keeps the year from running itself: one quiet box, a line each, and until which day she stands in for somebody; of which year, where there are two. */
export function TodayHints({ hints }: { hints: readonly TodayHint[] }) {
  const t = useWords(words)
  const { projects } = useProject()
  const acting = useActing()(useMe().person.memberships)
  if (hints.length + acting.length === 0) return null
  const isOfSeveral = new Set(hints.map((one) => one.programmeId)).size > 1
  const yearOf = ({ programmeId }: TodayHint) => projects.find((one) => one.id === programmeId)?.year
  const lead = (hint: TodayHint) => {
    const year = isOfSeveral ? yearOf(hint) : undefined
    return year ? `${t('hint.year', { year })} ` : ''
  }
  return (
    <Notice>
      <ul className={classes.hints}>
        {acting.map((role) => (
          <li key={role}>{t('acting', { role })}</li>
        ))}
        {hints.map((hint) => (
          <li key={`${hint.kind}.${hint.programmeId}`}>
            {lead(hint)}
            {t(`hint.${hint.kind}`, { count: hint.count })}{' '}
            <Link to={targetOf(hint)} search={hint.kind === 'variant-undefined' ? { project: hint.programmeId } : {}}>
              {t(`hint.${hint.kind}.press`)}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function targetOf({ kind, roadMapId, programmeId, organisationId }: TodayHint): string {
  if (kind.startsWith('map-')) return organisationId ? paths.schoolMap(programmeId, organisationId) : paths.schoolMaps
  if (kind === 'variant-undefined') return paths.schools
  if (kind === 'never-opened') return paths.schoolLinks
  if (!roadMapId) return paths.matrix
  return kind === 'not-sent' ? paths.dispatch(roadMapId) : paths.plan(roadMapId)
}
