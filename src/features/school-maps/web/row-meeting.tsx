import { Button } from '@mantine/core'
import { Notice } from '../../../web/notice.tsx'
import { useWords } from '../../../web/use-words.ts'
import { rowWords } from '../../road-maps/row-words.ts'
import type { MapView } from '../view.ts'
import { words } from './map-words.ts'
import classes from './own-row.module.css'
import { type Typed, type TypedField, typedOf } from './row-edit.ts'
import { supportedTitle } from './supported.ts'
import type { RowSaving } from './use-row-saving.ts'

/** Two changed one field: both versions, and the person decides. */
export function RowMeeting({ view, saving }: { view: MapView; saving: RowSaving }) {
  const t = useWords(words)
  const say = useWords(rowWords)
  const { meeting } = saving
  if (!meeting) return null
  const { edit, current, fields } = meeting
  const said = (typed: Partial<Typed>, field: TypedField) => {
    const { proof = [], supportsActivityId = null, removed = false, ...texts } = typed
    if (field === 'proof') return proof.map((one) => say(`proof.${one}`)).join('; ')
    if (field === 'supportsActivityId') return supportedTitle(view, { supportsActivityId }) ?? t('row.supports.none')
    if (field === 'removed') return t(removed ? 'row.removed' : 'row.standsOn')
    return texts[field]
  }
  const shown = (typed: Partial<Typed>) => fields.map((field) => said(typed, field) || t('row.empty')).join(' ')
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
