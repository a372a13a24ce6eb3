import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import classes from './own-rows.module.css'
import { words } from './own-rows-words.ts'
import { MatrixAddress } from './use-matrix-filters.ts'
import { bringIntoView, type OwnRowsProps, useOwnRows } from './use-own-rows.ts'

/** In the line that is always in view: the group itself may stand below it. */
export function OwnRowsLink(props: OwnRowsProps) {
  const t = useWords(words)
  const [, setAddress] = useUrlState(MatrixAddress)
  const { count, isOwn } = useOwnRows(props)
  if (!count) return null
  const go = () => {
    setAddress({ own: 1 })
    bringIntoView()
  }
  return (
    <button type="button" className={classes.link} onClick={go}>
      {t(isOwn ? 'title.own' : 'title')}: {count.rows}
    </button>
  )
}
