import { Notice } from '../../../web/notice.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { rowWords } from '../../road-maps/row-words.ts'
import { inWords } from '../../road-maps/web/changed-fields.tsx'
import type { MapView } from '../view.ts'
import { cascadeWords } from './cascade-words.ts'
import { Marked } from './marked.tsx'
import classes from './row-changes.module.css'

/** What the authority changed since the school's map was approved: said until the next order of the director. */
export function InheritedChanges({ view }: { view: MapView }) {
  const t = useWords(cascadeWords)
  const say = useWords(rowWords)
  const format = useFormat()
  if (view.changes.length === 0) return null
  const at = view.inherited?.acknowledgedAt
  return (
    <Notice kind={at ? 'info' : 'warn'} title={t('changes.title')}>
      <p>{at ? t('changes.read', { at: format.moment(at) }) : t('changes.acknowledge')}</p>
      <ul className={classes.changes}>
        {view.changes.map((one) => (
          <li key={one.activityId}>
            {t(`changes.${one.kind}`)}: {one.number} {one.title}
            {toldOnce(one.changes).map(({ field, before, after }) => (
              <p key={field} className={classes.field}>
                {say(`field.${field}`)}:{' '}
                <Marked before={inWords(field, before, say)} after={inWords(field, after, say)} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type Changes = MapView['changes'][number]['changes']

/** Where a term or executors are told as they are understood, the words of the order say nothing more to a school. */
function toldOnce(changes: Changes): Changes {
  const has = (field: Changes[number]['field']) => changes.some((one) => one.field === field)
  return changes.filter(
    ({ field }) => !(field === 'periodText' && has('period')) && !(field === 'executorsText' && has('executors')),
  )
}
