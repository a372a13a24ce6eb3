import type * as z from 'zod'
import { type Day, dotted } from '../../../kernel/day.ts'
import { useWords } from '../../../web/use-words.ts'
import type { HistoryView } from '../contract.ts'
import { organisationsWords } from '../screen-words.ts'
import classes from './organisation-panel.module.css'

type Props = { history: z.infer<typeof HistoryView>; closedOn: Day | null }

type Entry = { key: string; validFrom: Day | null; text: string; basis: string }

/** What it was called and where it stood, the newest first; nothing where nothing ever changed. */
export function OrganisationHistory({ history, closedOn }: Props) {
  const t = useWords(organisationsWords)
  const { names, places, closedBasis, successorName } = history
  const entries: Entry[] = [
    ...names.map((one) => ({ ...one, key: `name ${one.validFrom}`, text: one.shortName })),
    ...places.map((one) => ({
      ...one,
      key: `place ${one.validFrom}`,
      text: t('history.place', { name: one.parentName }),
    })),
  ]
  if (closedOn) {
    const text = successorName ? t('history.merged', { name: successorName }) : t('history.closed')
    entries.push({ key: 'closed', validFrom: closedOn, text, basis: closedBasis })
  }
  if (entries.length === 0) return null
  return (
    <section className={classes.part}>
      <h3>{t('history.title')}</h3>
      <ol className={classes.list}>
        {entries.toSorted(newestFirst).map((one) => (
          <li key={one.key}>
            <span className={classes.day}>
              {one.validFrom ? t('history.since', { day: dotted(one.validFrom) }) : t('history.begun')}
            </span>
            <span>{one.text}</span>
            {one.basis ? <span className={classes.note}>{one.basis}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function newestFirst(a: Entry, b: Entry): number {
  return (b.validFrom ?? '').localeCompare(a.validFrom ?? '')
}
