import { IconChevronRight } from '@tabler/icons-react'
import { type CSSProperties, type KeyboardEvent, useRef } from 'react'
import { dotted } from '../../../kernel/day.ts'
import boxed from '../../../web/boxed-table.module.css'
import { useFormat } from '../../../web/use-format.ts'
import { useVirtualRows } from '../../../web/use-virtual-rows.ts'
import { useWords } from '../../../web/use-words.ts'
import { organisationsWords } from '../screen-words.ts'
import classes from './organisations-tree.module.css'
import type { Organisation, TreeRow } from './tree-rows.ts'

type Props = {
  rows: readonly TreeRow[]
  /** How many there are without any filter. */
  total: number
  openKey: string | null
  onFold: (id: string) => void
  onOpen: (organisation: Organisation) => void
}

/** A tree as a table with a sticky head; of a thousand rows only those in view are drawn. */
export function TreeTable(props: Props) {
  const t = useWords(organisationsWords)
  const format = useFormat()
  const { rows, total } = props
  const box = useRef<HTMLElement>(null)
  const drawn = useVirtualRows(box, rows.length)
  const found = rows.filter((one) => !one.isContext).length
  return (
    <div className={classes.table}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard */}
      <section ref={box} className={`${boxed.box} ${classes.box}`} aria-label={t('list.caption')} tabIndex={0}>
        <table aria-rowcount={rows.length + 1}>
          <caption className="hidden-visually">{t('list.caption')}</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className={classes.name}>
                {t('list.name')}
              </th>
              <th scope="col" className={classes.kind}>
                {t('list.kind')}
              </th>
              <th scope="col" className={classes.number}>
                {t('tree.schools')}
              </th>
              <th scope="col" className={classes.full}>
                {t('list.fullName')}
              </th>
            </tr>
          </thead>
          <tbody>
            <Space height={drawn.above} />
            {rows.slice(drawn.from, drawn.to).map((row, index) => (
              <Line key={row.organisation.id} row={row} place={drawn.from + index + 2} {...props} />
            ))}
            <Space height={drawn.below} />
          </tbody>
        </table>
        {rows.length === 0 ? <p className={classes.empty}>{t('tree.nothing')}</p> : null}
      </section>
      <p className={classes.count} role="status">
        {t('tree.shown', { shown: format.number(found), total: format.number(total) })}
      </p>
    </div>
  )
}

function Space({ height }: { height: number }) {
  return height > 0 ? (
    <tr className={classes.space}>
      <td style={{ height }} />
    </tr>
  ) : null
}

function Line({
  row,
  place,
  openKey,
  onFold,
  onOpen,
}: Omit<Props, 'rows' | 'total'> & { row: TreeRow; place: number }) {
  const t = useWords(organisationsWords)
  const { organisation, depth, schools, isOpen, isContext } = row
  const { id, shortName, fullName, kind, closedOn } = organisation
  const indent: CSSProperties & Record<'--depth', number> = { '--depth': depth }
  // As in every tree: the right arrow unfolds, the left one folds.
  const byArrow = (event: KeyboardEvent) => {
    if ((event.key === 'ArrowRight' && isOpen === false) || (event.key === 'ArrowLeft' && isOpen)) onFold(id)
  }
  return (
    <tr data-open={openKey === id} data-context={isContext} aria-rowindex={place}>
      <th scope="row" className={classes.name}>
        <span className={classes.line} style={indent}>
          {isOpen === null ? (
            <span className={classes.leaf} />
          ) : (
            <button
              type="button"
              className={classes.fold}
              aria-expanded={isOpen}
              aria-label={t('tree.fold', { name: shortName })}
              onClick={() => onFold(id)}
              onKeyDown={byArrow}
            >
              <IconChevronRight size="var(--mark)" aria-hidden="true" />
            </button>
          )}
          <button
            type="button"
            className={classes.open}
            data-prints
            title={fullName}
            aria-expanded={openKey === id}
            onClick={() => onOpen(organisation)}
            onKeyDown={byArrow}
          >
            {shortName}
          </button>
          {closedOn ? <span className={classes.closed}>{t('tree.closedOn', { day: dotted(closedOn) })}</span> : null}
        </span>
      </th>
      <td className={classes.kind}>{t(`kind.${kind}`)}</td>
      <td className={classes.number}>{schools ?? ''}</td>
      <td className={classes.full} title={fullName}>
        {fullName}
      </td>
    </tr>
  )
}
