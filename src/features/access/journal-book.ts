import type { OutputOf } from '../../kernel/contract.ts'
import type { Language } from '../../kernel/words.ts'
import { writeXlsx } from '../../paper/write-xlsx.ts'
import { plainTable } from '../../paper/written.ts'
import { formatMoment } from '../../web/format.ts'
import { differenceOf } from '../audit/difference.ts'
import { sayField } from '../audit/field-words.ts'
import { sayValue } from '../audit/value-words.ts'
import type { Deeds } from './journal.ts'
import type { journalContract } from './journal-contract.ts'
import { bookWords } from './journal-words.ts'

type Entry = OutputOf<typeof journalContract.listJournal>['entries'][number]
type Read = OutputOf<typeof journalContract.listPersonReads>['reads'][number]
type Reader = { deeds: Deeds; language: Language; timeZone: string }
type Book = { name: string; bytes: Uint8Array }

/** The journal as a table for Excel: when, who, what, where, what was and became. */
export async function journalBook(
  { entries, isCut }: { entries: readonly Entry[]; isCut: boolean },
  { deeds, language, timeZone }: Reader,
): Promise<Book> {
  const words = bookWords[language]
  const rows = entries.map((entry) => [
    formatMoment(entry.at, timeZone),
    whoOf(entry, words),
    deeds.say(entry.action, language),
    entry.subjectName ?? '',
    entry.organisationName ?? '',
    ...sidesOf(entry, { language, timeZone }),
  ])
  const table = plainTable(
    [words.when, words.who, words.what, words.whom, words.where, words.before, words.after],
    rows,
  )
  const note = isCut ? [{ text: words.cut }] : []
  const widths = [11, 18, 22, 18, 18, 24, 24]
  return { name: words.journal, bytes: await writeXlsx(words.journal, [...note, { ...table, widths }]) }
}

/** Who looked at one person's card. */
export async function personReadsBook(
  { personName, reads }: { personName: string; reads: readonly Read[] },
  { deeds, language, timeZone }: Reader,
): Promise<Book> {
  const words = bookWords[language]
  const rows = reads.map((read) => [
    formatMoment(read.at, timeZone),
    read.readerName ?? read.readerKind,
    deeds.route(read.route, language),
    read.isList ? words.inList : words.card,
  ])
  const table = plainTable([words.when, words.who, words.why, words.how], rows)
  const bytes = await writeXlsx(words.reads, [
    { text: personName, isBold: true },
    { ...table, widths: [12, 24, 30, 12] },
  ])
  return { name: words.reads, bytes }
}

function whoOf({ personName, actorKind, insteadOf }: Entry, words: (typeof bookWords)[Language]): string {
  const name = personName ?? words[actorKind]
  return insteadOf === null ? name : `${name} (${words.insteadOf} ${insteadOf})`
}

function sidesOf(entry: Entry, { language, timeZone }: Omit<Reader, 'deeds'>): [string, string] {
  if (entry.erasedBy !== null) return [bookWords[language].erased, '']
  const changes = differenceOf(entry.before, entry.after)
  const side = (which: 'before' | 'after') =>
    changes
      .flatMap(({ field, [which]: value }) =>
        value === null ? [] : [`${sayField(field, language)}: ${sayValue(value, { language, timeZone })}`],
      )
      .join('\n')
  return [side('before'), side('after')]
}
