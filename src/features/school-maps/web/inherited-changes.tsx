import { Notice } from '../../../web/notice.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { rowWords } from '../../road-maps/row-words.ts'
import type { MapView } from '../view.ts'
import { cascadeWords } from './cascade-words.ts'
import { Marked } from './marked.tsx'
import classes from './row-changes.module.css'

/** Fields whose values are words; of the others it is enough that they changed: the table below shows them. */
const spoken: readonly string[] = ['number', 'title', 'section', 'period', 'executors', 'expectedResult']

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
            {one.changes.map(({ field, before, after }) => (
              <p key={field} className={classes.field}>
                {say(`field.${field}`)}
                {spoken.includes(field) ? (
                  <>
                    : <Marked before={before} after={after} />
                  </>
                ) : null}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
