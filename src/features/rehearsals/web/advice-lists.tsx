import type { ReactNode } from 'react'
import { withCapital } from '../../../kernel/with-capital.ts'
import { useLanguage } from '../../../web/language.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { RehearsalView } from '../view.ts'
import classes from './rehearsal-page.module.css'
import { words } from './rehearsal-words.ts'
import { RowNames } from './row-names.tsx'

type Props = { view: RehearsalView }

/** Everything that one may want to mend, each verdict with its arithmetic under it. */
export function AdviceLists({ view }: Props) {
  const t = useWords(words)
  const [language] = useLanguage()
  // What is found in an order is told in the order's language; this one verdict has a sentence of its own in others.
  const say = ({ row, message, advice }: RehearsalView['order'][number]) => {
    if (language === 'ru') return { what: message, why: advice }
    const { number, title } = view.rows[row] ?? { number: null, title: '' }
    return { what: t('order.early', { number: number ?? title }), why: t('order.early.why') }
  }
  return (
    <>
      <Advice title={t('order')} none={t('order.none')}>
        {view.order.map((one) => (
          <Verdict key={one.row} {...say(one)}>
            <RowNames view={view} rows={[one.row]} />
          </Verdict>
        ))}
      </Advice>
      <Clashes view={view} />
      <BadDays view={view} />
      <Advice title={t('unready')} none={t('unready.none')}>
        {view.unready.map(({ row, lacks }) => (
          <Verdict key={row} what={withCapital(lacks.map((lack) => t(`lack.${lack}`)).join(', '))}>
            <RowNames view={view} rows={[row]} />
          </Verdict>
        ))}
      </Advice>
    </>
  )
}

function Clashes({ view }: Props) {
  const t = useWords(words)
  const format = useFormat()
  const whoOf = ({ kind, schools, organisers }: RehearsalView['clashes'][number]) => {
    if (kind === 'same-organiser') return organisers.join(', ')
    const names = schools.map((place) => view.schools[place]?.shortName ?? '')
    return names.length > 0 ? names.join(', ') : t('clash.authority')
  }
  const sourceOf = ({ kind }: RehearsalView['clashes'][number]) => {
    const { validFrom, source } = kind === 'crowded' ? view.limits.crowd : view.limits.shortDays
    return t('limit.source', { since: format.day(validFrom), source })
  }
  return (
    <Advice title={t('clashes')} none={t('clashes.none')}>
      {view.clashes.map((clash) => (
        <Verdict
          key={`${clash.kind}.${clash.rows.join('.')}.${clash.start}`}
          what={t(`clash.${clash.kind}`, { count: clash.rows.length })}
          why={`${t(`clash.${clash.kind}.rule`, {
            days: view.limits.shortDays.value,
            least: view.limits.crowd.value,
            who: whoOf(clash),
            start: format.day(clash.start),
            end: format.day(clash.end),
          })} ${sourceOf(clash)}`}
        >
          <RowNames view={view} rows={clash.rows} />
        </Verdict>
      ))}
    </Advice>
  )
}

function BadDays({ view }: Props) {
  const t = useWords(words)
  const format = useFormat()
  return (
    <Advice title={t('badDays')} none={t('badDays.none')}>
      {view.badDays.map(({ rows, on, during, before, after }) => (
        <Verdict
          key={`${on}.${during?.title}`}
          what={
            during
              ? t('badDay.during', { on: format.day(on), title: during.title })
              : t('badDay.off', { on: format.day(on) })
          }
          why={
            during
              ? t('badDay.during.rule', {
                  title: during.title,
                  start: format.day(during.startsOn),
                  end: format.day(during.endsOn),
                  before: format.day(before),
                  after: format.day(after),
                })
              : t('badDay.off.rule', { before: format.day(before), after: format.day(after) })
          }
        >
          <RowNames view={view} rows={rows} />
        </Verdict>
      ))}
    </Advice>
  )
}

function Advice({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <section className={classes.section}>
      <h2>
        {title} {children.length > 0 ? <span className={classes.count}>{children.length}</span> : null}
      </h2>
      {children.length === 0 ? <p className={classes.soft}>{none}</p> : <ul className={classes.list}>{children}</ul>}
    </section>
  )
}

function Verdict({ what, why, children }: { what: string; why?: string; children: ReactNode }) {
  const t = useWords(words)
  return (
    <li>
      <p>
        <strong>{what}</strong>
      </p>
      {children}
      {why ? (
        <details className={classes.why}>
          <summary>{t('why')}</summary>
          <p>{why}</p>
        </details>
      ) : null}
    </li>
  )
}
