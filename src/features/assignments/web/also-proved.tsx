import { Link } from '@tanstack/react-router'
import type { OrganisationId } from '../../../kernel/id.ts'
import { useLanguage } from '../../../web/language.ts'
import { useWords } from '../../../web/use-words.ts'
import { sayWindow } from '../say-window.ts'
import type { AlsoProved as Also } from '../shared-proof.ts'
import { words } from './also-words.ts'
import { cellParam } from './cell-key.ts'
import classes from './cell-panel.module.css'
import { paths } from './paths.ts'

type Props = { also: readonly Also[]; organisationId: OrganisationId; programmeId: string | null }

/** «Подтверждает также: 2.1 Семинары»: each leads to its cell. */
export function AlsoProved({ also, organisationId, programmeId }: Props) {
  const t = useWords(words)
  const [language] = useLanguage()
  if (also.length === 0) return null
  return (
    <div className={classes.soft}>
      {t('also')}
      <ul className={classes.also}>
        {also.map((one) => {
          const cell = cellParam({ activityId: one.activityId, organisationId })
          const other = one.programmeId === programmeId ? '' : (one.programmeTitle ?? t('task'))
          const name = [one.number, one.title].filter(Boolean).join(' ')
          const where = [sayWindow(one.window, language), other].filter(Boolean).join(' · ')
          return (
            <li key={`${cell}.${one.window.start}.${one.window.end}`}>
              {one.programmeId ? (
                <Link to={paths.matrix} search={{ project: one.programmeId, cell }}>
                  {name}
                </Link>
              ) : (
                <Link to={paths.tasks} search={{ cell }}>
                  {name}
                </Link>
              )}
              {where ? ` · ${where}` : ''}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
