import { Button } from '@mantine/core'
import { lazy, Suspense, useMemo } from 'react'
import { EmptyState } from '../../../web/empty-state.tsx'
import { FilterChips } from '../../../web/filter-chips.tsx'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import type { MatrixView } from '../matrix-view.ts'
import { bulkWords } from './bulk-words.ts'
import { type CellKey, cellParam, readCell } from './cell-key.ts'
import { countMoves, countStates, filterMatrix, placeCells } from './matrix-filter.ts'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixLegend } from './matrix-legend.tsx'
import { groupings } from './matrix-lines.ts'
import { linesOf, MatrixList } from './matrix-list.tsx'
import { MatrixPhone } from './matrix-phone.tsx'
import classes from './matrix-screen.module.css'
import { words } from './matrix-words.ts'
import { PickedBar } from './picked-bar.tsx'
import { ReleaseAccepted } from './release-accepted.tsx'
import { Segments } from './segments.tsx'
import { MatrixAddress, noFilter, useMatrixFilters } from './use-matrix-filters.ts'
import { usePicks } from './use-picks.ts'
import { type Scope, WholeSwitch } from './whole-switch.tsx'

// It comes after the table, and only where there is something to show.
const OwnRows = lazy(async () => ({ default: (await import('./own-rows.tsx')).OwnRows }))
const OwnRowsLink = lazy(async () => ({ default: (await import('./own-rows-link.tsx')).OwnRowsLink }))

export type Props = { view: MatrixView; isOwn: boolean; isNarrow: boolean; isList: boolean; scope: Scope }

/** The table and the list of the road map, and what a phone shows instead. */
export function MatrixBody({ view: sent, isOwn, isNarrow, isList, scope }: Props) {
  const t = useWords(words)
  const [address, setAddress] = useUrlState(MatrixAddress)
  const view = useMemo(() => placeCells(sent), [sent])
  const { state, section, group, place, who, what, mine, late } = address
  const shown = useMemo(
    () => filterMatrix(view, { state, section, group, place, who, what, mine, late }),
    [view, state, section, group, place, who, what, mine, late],
  )
  const picks = usePicks(shown)
  const bulk = useWords(bulkWords)
  const filters = useMatrixFilters(view, address, isOwn || isNarrow ? 'few' : 'all')
  const isWhole = sent.programme === null
  const by = address.by ?? (isWhole ? 'place' : 'variant')
  const open = (cell: CellKey) => setAddress({ cell: cellParam(cell) })
  const isEmpty = shown.rows.length === 0 || shown.columns.length === 0
  return (
    <div className={classes.body} data-wide={scope !== null} data-picking={picks.keys !== null}>
      <div className={classes.bar}>
        <FilterChips filters={filters} onChange={(key, value) => setAddress({ [key]: value ?? undefined })} />
        <span className={classes.views}>
          <WholeSwitch scope={scope} isWhole={isWhole} />
          {isWhole && !isNarrow && !isList ? (
            <Segments
              label={t('by.label')}
              value={by}
              onChange={(by) => setAddress({ by })}
              options={groupings.map((one) => ({ value: one, label: t(`by.${one}`) }))}
            />
          ) : null}
          {picks.mayPick && !isNarrow && !isList ? (
            <Button
              size="compact-md"
              aria-pressed={picks.keys !== null}
              onClick={picks.keys ? picks.stop : picks.start}
            >
              {bulk(picks.keys ? 'stop' : 'start')}
            </Button>
          ) : null}
        </span>
      </div>
      {picks.keys && !isNarrow && !isList ? (
        <PickedBar
          picked={picks.cells}
          shown={picks.shown}
          seenAt={sent.asOf}
          onPickAll={picks.pickAll}
          onDrop={picks.drop}
          onDone={picks.drop}
        />
      ) : null}
      {address.state === 'accepted' ? <ReleaseAccepted shown={shown} /> : null}
      {isEmpty ? (
        <EmptyState
          title={t('empty.filter')}
          actions={<Button onClick={() => setAddress(noFilter)}>{t('empty.filter.drop')}</Button>}
        />
      ) : isNarrow ? (
        <MatrixPhone shown={shown} onOpen={open} />
      ) : isList ? (
        <MatrixList
          lines={linesOf(shown)}
          total={view.rows.flatMap((row) => row.cells).filter((one) => one !== null).length}
          open={address.cell}
          onOpen={open}
          isOwn={isOwn}
        />
      ) : (
        <MatrixGrid
          shown={shown}
          by={by}
          open={readCell(address.cell)}
          onOpen={picks.keys ? picks.toggle : open}
          picked={picks.keys}
        />
      )}
      <Suspense fallback={null}>
        <OwnRows view={sent} scope={scope} />
      </Suspense>
      <footer className={classes.foot} data-below={address.own !== undefined}>
        <MatrixLegend
          counts={countStates(view)}
          moves={countMoves(view)}
          chosen={address.state}
          onChoose={(state) => setAddress({ state })}
        />
        <div className={classes.last}>
          {isList ? null : (
            <p className={classes.shown} role="status">
              {t('shown', {
                rows: shown.rows.length,
                allRows: view.rows.length,
                columns: shown.columns.length,
                allColumns: view.columns.length,
              })}
            </p>
          )}
          <Suspense fallback={null}>
            <OwnRowsLink view={sent} scope={scope} />
          </Suspense>
        </div>
      </footer>
    </div>
  )
}
