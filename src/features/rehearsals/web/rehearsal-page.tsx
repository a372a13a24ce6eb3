import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { type Crumb, Page } from '../../../web/shell/page.tsx'
import { usePathParam } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { rehearsalsContract } from '../contract.ts'
import type { RehearsalView } from '../view.ts'
import { AdviceLists } from './advice-lists.tsx'
import { rehearsals } from './client.ts'
import { HandInList } from './hand-in-list.tsx'
import { LoadTable } from './load-table.tsx'
import classes from './rehearsal-page.module.css'
import { words } from './rehearsal-words.ts'
import { type RowsPage, RowsPageContext } from './row-link.tsx'

/** Of an understanding that is not confirmed yet. */
export function ImportRehearsalPage() {
  const t = useWords(words)
  const id = usePathParam('importId')
  const found = useCall(rehearsals.rehearseImport, { id })
  return (
    <Loaded call={found}>
      {(view) => (
        <Rehearsal
          view={view}
          crumb={{ label: t('crumb.import'), path: `/imports/${id}` }}
          at={{ path: `/imports/${id}`, search: { step: 'rows' } }}
          primary={<ToApproval path={`/imports/${id}`} search={{ step: 'confirm' }} />}
          book={hrefOf(rehearsalsContract.exportImportRehearsal, { id })}
        />
      )}
    </Loaded>
  )
}

/** Of the revision in force. */
export function RoadMapRehearsalPage() {
  const t = useWords(words)
  const id = usePathParam('roadMapId')
  const found = useCall(rehearsals.rehearseRoadMap, { id })
  return (
    <Loaded call={found}>
      {(view) => (
        <Rehearsal
          view={view}
          crumb={{ label: t('crumb.roadMap'), path: `/road-map/${id}/plan` }}
          at={{ path: `/road-map/${id}/plan` }}
          book={hrefOf(rehearsalsContract.exportRoadMapRehearsal, { id })}
        />
      )}
    </Loaded>
  )
}

/** Of a correction that is not approved yet. */
export function CorrectionRehearsalPage() {
  const t = useWords(words)
  const id = usePathParam('correctionId')
  const roadMapId = usePathParam('roadMapId')
  const found = useCall(rehearsals.rehearseCorrection, { id })
  return (
    <Loaded call={found}>
      {(view) => (
        <Rehearsal
          view={view}
          crumb={{ label: t('crumb.correction'), path: `/road-map/${roadMapId}/correction` }}
          at={{ path: `/road-map/${roadMapId}/correction` }}
          primary={<ToApproval path={`/road-map/${roadMapId}/correction`} search={{ approve: 'yes' }} />}
          book={hrefOf(rehearsalsContract.exportCorrectionRehearsal, { id })}
        />
      )}
    </Loaded>
  )
}

/** The way on: to where what was looked at is approved. */
function ToApproval({ path, search }: { path: string; search: Record<string, string> }) {
  const t = useWords(words)
  return (
    <Button variant="filled" renderRoot={(props) => <Link {...props} to={path} search={search} />}>
      {t('approve')}
    </Button>
  )
}

type Props = {
  view: RehearsalView
  crumb: Crumb
  /** Where its rows stand. */
  at: RowsPage
  book: string
  primary?: ReactNode
}

function Rehearsal({ view, crumb, at, book, primary }: Props) {
  const t = useWords(words)
  const count = view.clashes.length + view.badDays.length + view.unready.length + view.order.length
  return (
    <Page
      title={t('title')}
      crumbs={[crumb]}
      primary={primary}
      more={[
        { label: t('export'), icon: IconFileSpreadsheet, href: book, download: true },
        { label: t('print'), icon: IconPrinter, onSelect: () => window.print() },
      ]}
    >
      <div className={classes.page}>
        <p className={classes.lead}>{view.title}</p>
        <Notice>
          {count === 0 ? t('none') : t('count', { count })} {t('advice')}
        </Notice>
        <RowsPageContext value={at}>
          <LoadTable view={view} />
          <AdviceLists view={view} />
          <HandInList view={view} />
        </RowsPageContext>
      </div>
    </Page>
  )
}
