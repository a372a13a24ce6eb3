import { DayInput } from '../../../web/day-input.tsx'
import { FilterChips } from '../../../web/filter-chips.tsx'
import { useLanguage } from '../../../web/language.ts'
import { useCall } from '../../../web/query.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import type { Deeds } from '../journal.ts'
import { journalWords } from '../journal-words.ts'
import classes from './journal.module.css'
import { journalClient } from './journal-client.ts'
import { JournalUrl } from './journal-url.ts'

/** Person, organisation, kind and days, as chips and two dates. */
export function JournalFilters({ deeds, onChange }: { deeds: Deeds; onChange: () => void }) {
  const t = useWords(journalWords)
  const [language] = useLanguage()
  const [url, set] = useUrlState(JournalUrl)
  const known = useCall(journalClient.listJournalFilters, {})
  const { people = [], organisations = [], kinds = [] } = known.data ?? {}
  const change = (patch: Parameters<typeof set>[0]) => {
    set(patch)
    onChange()
  }
  const filters = [
    {
      key: 'person',
      label: t('filter.person'),
      value: url.person ?? null,
      options: people.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      key: 'organisation',
      label: t('filter.organisation'),
      value: url.organisation ?? null,
      options: organisations.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      key: 'kind',
      label: t('filter.kind'),
      value: url.kind ?? null,
      options: kinds.map((kind) => ({ value: kind, label: deeds.kindName(kind, language) })),
    },
  ]
  return (
    <div className={classes.filters}>
      <FilterChips filters={filters} onChange={(key, value) => change({ [key]: value ?? undefined })} />
      <div className={classes.days}>
        <DayInput
          label={t('filter.from')}
          value={url.from ?? null}
          onChange={(from) => change({ from: from ?? undefined })}
        />
        <DayInput label={t('filter.to')} value={url.to ?? null} onChange={(to) => change({ to: to ?? undefined })} />
      </div>
    </div>
  )
}
