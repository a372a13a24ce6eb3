import { Button } from '@mantine/core'
import { useState } from 'react'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import formClasses from '../../organisations/web/form.module.css'
import type { Deeds } from '../journal.ts'
import { journalContract } from '../journal-contract.ts'
import { journalWords } from '../journal-words.ts'
import { journalClient } from './journal-client.ts'
import { JournalFilters } from './journal-filters.tsx'
import { JournalTable } from './journal-table.tsx'
import { JournalUrl } from './journal-url.ts'
import { SettingsPage } from './settings-page.tsx'

/** «Журнал»: what was done, newest first; what is chosen stands in the address. */
export function JournalPage({ deeds }: { deeds: Deeds }) {
  const t = useWords(journalWords)
  const format = useFormat()
  const [url] = useUrlState(JournalUrl)
  const input = journalContract.exportJournal.input.safeParse(url).data ?? {}
  const [pages, setPages] = useState<readonly string[]>([])
  const loaded = useCall(journalClient.listJournal, input, { keepPrevious: true })
  const more = [{ label: t('export'), href: hrefOf(journalContract.exportJournal, input), download: true }]
  return (
    <SettingsPage tab="journal" more={more}>
      <p className={formClasses.hint}>
        {t('lead')}{' '}
        {loaded.data?.lastSeal
          ? t('seal', { moment: format.moment(loaded.data.lastSeal.sealedAt), number: loaded.data.lastSeal.number })
          : null}
      </p>
      <JournalFilters deeds={deeds} onChange={() => setPages([])} />
      <Loaded call={loaded}>
        {({ entries, next }) => (
          <>
            <JournalTable entries={entries} deeds={deeds} />
            {pages.map((before) => (
              <EarlierPage key={before} input={{ ...input, before }} deeds={deeds} />
            ))}
            <Earlier input={input} pages={pages} next={next} onMore={(before) => setPages([...pages, before])} />
          </>
        )}
      </Loaded>
    </SettingsPage>
  )
}

type Input = Parameters<typeof journalClient.listJournal>[0]

function EarlierPage({ input, deeds }: { input: Input; deeds: Deeds }) {
  const loaded = useCall(journalClient.listJournal, input)
  return <Loaded call={loaded}>{({ entries }) => <JournalTable entries={entries} deeds={deeds} />}</Loaded>
}

type EarlierProps = { input: Input; pages: readonly string[]; next: string | null; onMore: (before: string) => void }

/** The button to the page before the last one shown; gone at the beginning of the journal. */
function Earlier({ input, pages, next, onMore }: EarlierProps) {
  const t = useWords(journalWords)
  const last = pages.at(-1)
  const shown = useCall(journalClient.listJournal, { ...input, before: last }, { enabled: last !== undefined })
  const before = last === undefined ? next : shown.data?.next
  if (!before) return null
  return (
    <div>
      <Button onClick={() => onMore(before)}>{t('more')}</Button>
    </div>
  )
}
