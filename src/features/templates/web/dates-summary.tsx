import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Notice } from '../../../web/notice.tsx'
import { useWords } from '../../../web/use-words.ts'
import type { DatedTemplate } from '../contract.ts'
import { paths } from './paths.ts'
import { words } from './template-words.ts'
import type { Moving } from './use-moves.ts'

/** How many dates do not suit, what is done about days off at once, and whose days were looked at. */
export function DatesSummary({ dated, moving }: { dated: DatedTemplate; moving: Moving }) {
  const t = useWords(words)
  const knowsPeriods = dated.calendar.periods.length > 0
  const bad = moving.windows.filter((one) => one.on.length > 0)
  const hasOffs = bad.some((one) => one.on.some(({ kind }) => kind === 'day-off'))
  const actions = [
    hasOffs ? (
      <Button key="offs" size="compact-md" onClick={moving.moveOffs}>
        {t('dates.offs')}
      </Button>
    ) : null,
    moving.moves.length > 0 ? (
      <Button key="back" size="compact-md" onClick={moving.back}>
        {t('dates.back')}
      </Button>
    ) : null,
  ].filter((one) => one !== null)
  return (
    <Notice kind={bad.length > 0 ? 'warn' : 'done'} role="status" {...(actions.length > 0 && { actions })}>
      <p>
        {bad.length > 0 ? t('dates.bad', { count: bad.length }) : t(knowsPeriods ? 'dates.fine' : 'dates.fine.offs')}{' '}
        {moving.moves.length > 0 ? t('dates.moved', { count: moving.moves.length }) : ''}
      </p>
      <p>
        {t(knowsPeriods ? 'dates.calendar' : 'dates.calendar.none')}{' '}
        <Link to={paths.calendar}>{t('dates.calendar.open')}</Link>
      </p>
    </Notice>
  )
}
