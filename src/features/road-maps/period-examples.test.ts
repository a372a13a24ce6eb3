import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isLastOfMonth } from '../../kernel/day.ts'
import type { Period, Window } from '../../kernel/period.ts'
import { type PeriodContext, understandPeriod } from './period.ts'

// period-examples.txt: «# title», «@ context», then a term and its meaning a line; whole months are written 2024-02,
// an open side is left empty, «~» is a finding that the dates are approximate or the reading one of two.
const contexts: Record<string, PeriodContext> = {
  in2024: { contextYear: 2024, schoolYear: null },
  inSchool2023: { contextYear: null, schoolYear: 2023 },
  nowhere: { contextYear: null, schoolYear: null },
}

const sections = readFileSync(new URL('period-examples.txt', import.meta.url), 'utf8')
  .split(/^# /mu)
  .slice(1)

for (const section of sections) {
  const [title = '', named = '', ...rows] = section.trimEnd().split('\n')
  const context = contexts[named.replace('@ ', '')]
  test(title, () => {
    const expected = rows.filter((row) => row !== '').map((row) => row.split(/ +→ /u))
    const read = expected.map(([text = '']) => [
      text,
      context ? meaning(understandPeriod(text, context)) : 'no context',
    ])
    expect(read.map((row) => row.join(' → '))).toEqual(expected.map((row) => row.join(' → ')))
  })
}

test('the table of terms is not lost', () => {
  expect(sections.length).toBeGreaterThan(20)
})

function meaning({ kind, windows, recurrence, dueDay, open, findings }: Period): string {
  const codes = new Set(findings.map(({ code }) => code.replace('period-', '').replace('approximate', '~')))
  const parts = [
    kind === 'windows' ? '' : kind,
    ...windows.map(written),
    recurrence,
    dueDay,
    open ? 'open' : '',
    ...codes,
  ]
  return parts.filter((part) => part !== '' && part !== null).join(' ')
}

function written({ start, end }: Window): string {
  if (start === null || end === null) return `${start ?? ''}/${end ?? ''}`
  if (start === end) return start
  if (!start.endsWith('-01') || !isLastOfMonth(end)) return `${start}/${end}`
  return start.slice(0, 7) === end.slice(0, 7) ? start.slice(0, 7) : `${start.slice(0, 7)}/${end.slice(0, 7)}`
}
