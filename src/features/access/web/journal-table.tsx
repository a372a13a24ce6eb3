import type { OutputOf } from '../../../kernel/contract.ts'
import { type Column, DataTable } from '../../../web/data-table.tsx'
import { useLanguage } from '../../../web/language.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { differenceOf, type FieldChange } from '../../audit/difference.ts'
import { sayField } from '../../audit/field-words.ts'
import { sayValue } from '../../audit/value-words.ts'
import type { Deeds } from '../journal.ts'
import type { journalContract } from '../journal-contract.ts'
import { journalWords } from '../journal-words.ts'
import { shortPersonName } from '../person-name.ts'
import { settingsWords } from '../settings-words.ts'
import classes from './journal.module.css'
import { useMe } from './me.ts'

type Entry = OutputOf<typeof journalContract.listJournal>['entries'][number]

/** Entries in words: when, who, what, about whom, where, and the small difference. */
export function JournalTable({ entries, deeds }: { entries: readonly Entry[]; deeds: Deeds }) {
  const t = useWords(journalWords)
  const tabs = useWords(settingsWords)
  const format = useFormat()
  const [language] = useLanguage()
  const whoOf = ({ personName, actorKind, insteadOf }: Entry) => {
    const name = personName || t(`by.${actorKind}`)
    return insteadOf ? t('who.instead', { name, absent: shortPersonName(insteadOf) }) : name
  }
  const columns: Column<Entry>[] = [
    { key: 'when', head: t('when'), cell: ({ at }) => format.moment(at), isNarrow: true },
    { key: 'who', head: t('who'), cell: whoOf, isNarrow: true },
    { key: 'what', head: t('what'), cell: ({ action }) => deeds.say(action, language), isNarrow: true },
    { key: 'whom', head: t('whom'), cell: ({ subjectName }) => subjectName ?? '', isNarrow: true },
    { key: 'where', head: t('where'), cell: ({ organisationName }) => organisationName ?? '', isNarrow: true },
    { key: 'change', head: t('change'), cell: (entry) => <Changes entry={entry} />, isLong: true },
  ]
  return (
    <DataTable
      caption={tabs('tab.journal')}
      columns={columns}
      rows={entries}
      keyOf={({ id }) => id}
      empty={t('empty')}
    />
  )
}

function Changes({ entry }: { entry: Entry }) {
  const t = useWords(journalWords)
  const [language] = useLanguage()
  const { timeZone } = useMe()
  if (entry.erasedBy !== null) return t('erased', { act: entry.erasedBy })
  const say = ({ field, before, after }: FieldChange) => {
    const name = sayField(field, language)
    const [was, is] = [before, after].map((value) => (value === null ? '' : sayValue(value, { language, timeZone })))
    if (before === null) return t('added', { field: name, after: is ?? '' })
    if (after === null) return t('removed', { field: name, before: was ?? '' })
    return t('changed', { field: name, before: was ?? '', after: is ?? '' })
  }
  const changes = differenceOf(entry.before, entry.after)
  if (changes.length === 0) return null
  return (
    <ul className={classes.changes}>
      {changes.map((change) => (
        <li key={change.field}>{say(change)}</li>
      ))}
    </ul>
  )
}
