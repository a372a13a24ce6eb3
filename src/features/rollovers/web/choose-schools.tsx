import { Checkbox, Radio, Textarea } from '@mantine/core'
import * as z from 'zod'
import { useWords } from '../../../web/use-words.ts'
import type { NextYearView } from '../contract.ts'
import classes from './next-year-page.module.css'
import { words } from './next-year-words.ts'

const ways = ['kept', 'listed'] as const

export type Chosen = { way: (typeof ways)[number]; without: string[]; list: string }

export const everybody: Chosen = { way: 'kept', without: [], list: '' }

/** The names of a pasted list, one a line; numbers and marks before them are no part of the name. */
export function listedIn(list: string): string[] {
  return list
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*(?:\d+[.)]|[-–—•])\s*/u, '')
        .replace(/[;,\s]+$/u, '')
        .trim(),
    )
    .filter((name) => name.length >= 2)
}

type Props = { schools: NextYearView['schools']; value: Chosen; onChange: (value: Chosen) => void }

/** This year's schools with a mark each, or a new list. */
export function ChooseSchools({ schools, value, onChange }: Props) {
  const t = useWords(words)
  return (
    <section>
      <h2>{t('schools')}</h2>
      <Radio.Group
        aria-label={t('schools.choice')}
        value={value.way}
        onChange={(way) => onChange({ ...value, way: z.enum(ways).catch('kept').parse(way) })}
      >
        <div className={classes.schools}>
          {ways.map((way) => (
            <Radio key={way} value={way} label={t(`schools.${way}`)} description={t(`schools.${way}.hint`)} />
          ))}
        </div>
      </Radio.Group>
      {value.way === 'listed' ? (
        <Textarea
          className={classes.schools}
          label={t('schools.listed')}
          autosize
          minRows={4}
          value={value.list}
          onChange={(event) => onChange({ ...value, list: event.currentTarget.value })}
        />
      ) : (
        <div className={classes.schools}>
          {schools.length === 0 ? <p>{t('schools.none')}</p> : null}
          {schools.map(({ organisationId, shortName }) => (
            <Checkbox
              key={organisationId}
              label={shortName}
              checked={!value.without.includes(organisationId)}
              onChange={() => onChange({ ...value, without: toggled(value.without, organisationId) })}
            />
          ))}
        </div>
      )}
    </section>
  )
}

function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]
}
