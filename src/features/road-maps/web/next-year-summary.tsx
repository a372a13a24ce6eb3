import { Button } from '@mantine/core'
import { useWords } from '../../../web/use-words.ts'
import type { Leftover, LeftoverAnswer } from '../leftover.ts'
import { isOpenLeftover, textAt } from '../next-year.ts'
import { imports } from './client.ts'
import { useImport } from './import-context.ts'
import classes from './next-year-summary.module.css'
import { words } from './next-year-words.ts'

type Placed = { place: number; one: Leftover }

/** What still speaks of the old year, each with its two ways; nothing without an old year. */
export function NextYearSummary({ onShow }: { onShow: (place: string) => void }) {
  const t = useWords(words)
  const { understanding } = useImport()
  const settle = useSettling()
  const carried = understanding.nextYear
  if (!carried) return null
  const open = carried.leftovers.flatMap((one, place): Placed[] =>
    isOpenLeftover(understanding, one) ? [{ place, one }] : [],
  )
  const clear = open.filter(({ one }) => one.proposed !== null)
  const replaceAll = () => {
    for (const placed of clear) settle(placed, 'replace')
  }
  const { year, unfinished } = carried
  return (
    <section className={classes.summary} aria-label={t('settled')}>
      <p>{t(understanding.schoolYear === null ? 'lead' : 'lead.school', { year, next: year + 1 })}</p>
      {unfinished.length > 0 ? <p>{t('unfinished', { count: unfinished.length })}</p> : null}
      <div className={classes.head}>
        <h2>{open.length === 0 ? t('leftovers.none') : t('leftovers', { count: open.length })}</h2>
        {clear.length > 1 ? (
          <Button size="compact-sm" onClick={replaceAll}>
            {t('replace.all')}
          </Button>
        ) : null}
      </div>
      {open.length > 0 ? (
        <ul className={classes.list}>
          {open.map((placed) => (
            <LeftoverLine key={placed.place} placed={placed} onShow={onShow} onSettle={settle} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

type LineProps = {
  placed: Placed
  onShow: (place: string) => void
  onSettle: (placed: Placed, answer: LeftoverAnswer) => void
}

function LeftoverLine({ placed, onShow, onSettle }: LineProps) {
  const t = useWords(words)
  const { understanding } = useImport()
  const { one } = placed
  const number = understanding.sections
    .flatMap((section) => section.activities)
    .find((row) => row.key === one.key)?.number
  return (
    <li>
      <p>
        <button type="button" className={classes.place} onClick={() => onShow(shownAt(one))}>
          {number ? `${number}. ` : ''}
          {t(`field.${one.field}`)}
        </button>
        : <Around text={textAt(understanding, one) ?? ''} one={one} />
        {one.proposed === null ? `, ${t('leftovers.ask')}` : null}
      </p>
      <span className={classes.ways}>
        {one.proposed === null ? null : (
          <Button size="compact-sm" onClick={() => onSettle(placed, 'replace')}>
            {t('replace', { text: one.proposed })}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={() => onSettle(placed, 'keep')}>
          {t('keep')}
        </Button>
      </span>
    </li>
  )
}

const BESIDE = 40

/** The words with a little of what stands around them. */
function Around({ text, one: { found, at } }: { text: string; one: Leftover }) {
  const place = Math.max(text.slice(at, at + found.length) === found ? at : text.indexOf(found), 0)
  const before = text.slice(Math.max(0, place - BESIDE), place)
  const after = text.slice(place + found.length, place + found.length + BESIDE)
  return (
    <span lang="ru">
      {place > BESIDE ? '…' : '«'}
      {before}
      <mark>{found}</mark>
      {after}
      {place + found.length + BESIDE < text.length ? '…' : '»'}
    </span>
  )
}

/** A section has no place of its own: its first row stands below its heading. */
function shownAt({ field, key }: Leftover): string {
  if (key === null) return 'head'
  return field === 'section' ? `${key}.0` : key
}

function useSettling() {
  const t = useWords(words)
  const { editing } = useImport()
  return ({ place, one }: Placed, answer: LeftoverAnswer) =>
    editing.edit({
      send: (edit) => imports.settleLeftover({ ...edit, leftover: String(place), answer }),
      name: t('settled'),
      yours: answer === 'replace' ? (one.proposed ?? one.found) : one.found,
      read: ({ nextYear }) => (nextYear?.leftovers[place]?.answer === 'replace' ? (one.proposed ?? '') : one.found),
    })
}
