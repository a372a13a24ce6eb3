import { Link } from '@tanstack/react-router'
import type { SearchValues } from '../../../web/search-params.ts'
import { useWords } from '../../../web/use-words.ts'
import { words } from './matrix-words.ts'
import { paths } from './paths.ts'
import type { View } from './use-matrix-filters.ts'
import classes from './view-tabs.module.css'

type Props = { views: readonly View[]; current: View }

/** The ways to look at the road map. The address keeps the filters and the place; what was open is closed. */
export function ViewTabs({ views, current }: Props) {
  const t = useWords(words)
  return (
    <nav className={classes.tabs} aria-label={t('view.label')}>
      {views.map((view) => (
        <Link
          key={view}
          to={paths.matrix}
          search={(before: SearchValues) => ({ ...before, view, cell: undefined, of: undefined, day: undefined })}
          resetScroll={false}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: true }}
          activeProps={{ 'aria-current': undefined }}
          aria-current={view === current ? 'page' : undefined}
        >
          {t(`view.${view}`)}
        </Link>
      ))}
    </nav>
  )
}
