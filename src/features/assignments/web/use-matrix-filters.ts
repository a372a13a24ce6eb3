import * as z from 'zod'
import { assignmentStates } from '../../../kernel/assignment-state.ts'
import type { Filter } from '../../../web/filter-chips.tsx'
import { useWords } from '../../../web/use-words.ts'
import { words as webWords } from '../../../web/words.ts'
import { scales } from '../timeline.ts'
import { countStates, type Grid, groupOf, sectionOf } from './matrix-filter.ts'
import { groupings, groupNames } from './matrix-lines.ts'
import { words } from './matrix-words.ts'

export const views = ['matrix', 'timeline', 'calendar', 'list', 'revisions'] as const
export type View = (typeof views)[number]

const word = z.string().optional().catch(undefined)

/** Everything that is chosen on the road map's screen: its address is its state. */
export const MatrixAddress = z.object({
  cell: word,
  view: z.enum(views).optional().catch(undefined),
  /** The activity whose organisations are listed. */
  of: word,
  /** «2024-03», and the day of it whose list is open. */
  month: word,
  day: word,
  scale: z.enum(scales).optional().catch(undefined),
  by: z.enum(groupings).optional().catch(undefined),
  /** The page of schools' own rows that is open. */
  own: z.coerce.number().int().min(1).optional().catch(undefined),
  whole: z.enum(['yes', 'no']).optional().catch(undefined),
  state: z.enum(assignmentStates).optional().catch(undefined),
  section: word,
  group: word,
  place: word,
  who: word,
  what: word,
  mine: word,
  late: word,
})
export type MatrixAddress = z.infer<typeof MatrixAddress>

export const noFilter = {
  state: undefined,
  section: undefined,
  group: undefined,
  place: undefined,
  who: undefined,
  what: undefined,
  mine: undefined,
  late: undefined,
}

/** On a phone the organisation is chosen by itself, and a school has only its own. */
export function useMatrixFilters(view: Grid, address: MatrixAddress, which: 'few' | 'all'): Filter[] {
  const t = useWords(words)
  const web = useWords(webWords)
  const counts = countStates(view)
  const sections = new Map(view.columns.map((one) => [sectionOf(one), one.sectionTitle ?? sectionOf(one)]))
  const groups = new Set(view.rows.map(groupOf))
  const places = new Map(view.rows.map(({ municipality }) => [municipality.id, municipality.name]))
  const filter = (key: keyof typeof noFilter, options: Filter['options']): Filter => ({
    key,
    label: t(`filter.${key}`),
    value: address[key] ?? null,
    options,
  })
  /** One that the search led to: shown to be dropped again. */
  const namedBy = (key: 'who' | 'what', label: string | undefined): Filter[] => {
    const value = address[key]
    return value && label ? [filter(key, [{ value, label: label.slice(0, 60) }])] : []
  }
  const few = [
    filter(
      'state',
      [...counts.keys()].map((one) => ({ value: one, label: web(`state.${one}`) })),
    ),
    filter(
      'section',
      [...sections].map(([value, label]) => ({ value, label: label.slice(0, 60) })),
    ),
    filter('late', [
      { value: 'yes', label: t('filter.late.on') },
      { value: 'asked', label: t('filter.late.asked') },
      { value: 'moved', label: t('filter.late.moved') },
    ]),
  ]
  const place = filter(
    'place',
    [...places].map(([value, label]) => ({ value, label })),
  )
  const named = [...namedBy('who', whoIn(view, address.who)), ...namedBy('what', whatIn(view, address.what))]
  if (which === 'few') return [...named, ...few, ...(places.size > 1 ? [place] : [])]
  return [
    ...named,
    ...few,
    filter(
      'group',
      groupNames.filter((one) => groups.has(one)).map((one) => ({ value: one, label: t(`group.${one}`) })),
    ),
    filter('mine', [{ value: 'yes', label: t('filter.mine.on') }]),
    ...(places.size > 1 ? [place] : []),
  ]
}

function whoIn({ rows }: Grid, id: string | undefined): string | undefined {
  return rows.find((row) => row.organisationId === id)?.shortName
}

function whatIn({ rows, columns }: Grid, id: string | undefined): string | undefined {
  const isIt = (one: string | null) => one === id
  const place = rows.find((row) => row.activityIds.some(isIt))?.activityIds.findIndex(isIt)
  const column = place === undefined ? undefined : columns[place]
  return column && `${column.number ?? ''} ${column.title}`.trim()
}
