import { Button } from '@mantine/core'
import { Notice } from '../../../web/notice.tsx'
import { useWords } from '../../../web/use-words.ts'
import { rowWords } from '../../road-maps/row-words.ts'
import { words } from './map-words.ts'
import classes from './own-row.module.css'
import { type RowSaving, type Typed, typedOf } from './use-row-saving.ts'

/** Two changed one field: both versions, and the person decides. */
export function RowMeeting({ saving }: { saving: RowSaving }) {
  const t = useWords(words)
  const say = useWords(rowWords)
  const { meeting } = saving
  if (!meeting) return null
  const { edit, current } = meeting
  const shown = (typed: Partial<Typed>) =>
    Object.keys(edit.change)
      .map((field) => Object.entries(typed).find(([name]) => name === field)?.[1])
      .map((value) => (Array.isArray(value) ? value.map((one) => say(`proof.${one}`)).join('; ') : String(value ?? '')))
      .join(' ')
  const actions = (
    <>
      <Button onClick={saving.keepMine}>{t('meets.keep')}</Button>
      <Button onClick={saving.takeTheirs}>{t('meets.take')}</Button>
    </>
  )
  return (
    <Notice kind="warn" role="alert" title={t('meets.title')} actions={actions}>
      <dl className={classes.versions}>
        <div>
          <dt>{t('meets.yours')}</dt>
          <dd>{shown(edit.change)}</dd>
        </div>
        <div>
          <dt>{t('meets.current')}</dt>
          <dd>{shown(typedOf(current))}</dd>
        </div>
      </dl>
    </Notice>
  )
}
