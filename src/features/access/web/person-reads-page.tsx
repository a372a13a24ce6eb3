import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { idOf, type PersonId } from '../../../kernel/id.ts'
import { type Column, DataTable } from '../../../web/data-table.tsx'
import { useLanguage } from '../../../web/language.ts'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { Page } from '../../../web/shell/page.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { usePathParam } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import type { Deeds } from '../journal.ts'
import { journalContract } from '../journal-contract.ts'
import { journalWords } from '../journal-words.ts'
import { settingsWords } from '../settings-words.ts'
import classes from './journal.module.css'
import { journalClient } from './journal-client.ts'

type Read = OutputOf<typeof journalContract.listPersonReads>['reads'][number]

/** «Кто смотрел карточку»: every reading of one person's card, newest first. */
export function PersonReadsPage({ deeds }: { deeds: Deeds }) {
  const t = useWords(journalWords)
  const tabs = useWords(settingsWords)
  const id = idOf<'person'>().parse(usePathParam('personId'))
  const [before, setBefore] = useState<string | undefined>()
  const loaded = useCall(journalClient.listPersonReads, { id, before }, { keepPrevious: true })
  const next = loaded.data?.next ?? null
  return (
    <Page
      title={t('reads.title', { name: loaded.data?.personName ?? '…' })}
      crumbs={[{ label: tabs('tab.people'), path: '/settings/people' }]}
      more={[{ label: t('export'), href: exportOf(id), download: true }]}
    >
      <p className={classes.lead}>{t('reads.text')}</p>
      <Loaded call={loaded}>{({ reads }) => <Reads reads={reads} deeds={deeds} />}</Loaded>
      {next ? (
        <div>
          <Button onClick={() => setBefore(next)}>{t('more')}</Button>
        </div>
      ) : null}
    </Page>
  )
}

function Reads({ reads, deeds }: { reads: readonly Read[]; deeds: Deeds }) {
  const t = useWords(journalWords)
  const format = useFormat()
  const [language] = useLanguage()
  const columns: Column<Read>[] = [
    { key: 'when', head: t('when'), cell: ({ at }) => format.moment(at) },
    { key: 'who', head: t('who'), cell: ({ readerName }) => readerName || t('by.person'), isLong: true },
    { key: 'why', head: t('reads.why'), cell: ({ route }) => deeds.route(route, language), isLong: true },
    { key: 'how', head: t('reads.how'), cell: ({ isList }) => t(isList ? 'reads.list' : 'reads.card') },
  ]
  return (
    <DataTable
      caption={t('reads.open')}
      columns={columns}
      rows={reads}
      keyOf={(read) => read.id}
      empty={t('reads.empty')}
    />
  )
}

function exportOf(id: PersonId): string {
  return hrefOf(journalContract.exportPersonReads, { id })
}
