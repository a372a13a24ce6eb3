import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { proofKinds } from '../../kernel/proof.ts'
import { understandPeriod } from '../road-maps/period.ts'
import { applyDifference, diffRows } from '../road-maps/row-difference.ts'
import { adviceOn } from './advice.ts'
import { inheritedChanges, questionsOn } from './cascade.ts'
import { obstaclesIn } from './obstacles.ts'
import { wordsChanged } from './own-row-fields.ts'
import { type OwnRow, obstaclesOf } from './school-map.ts'

const activityIds = Array.from({ length: 8 }, () => newId<'activity'>())
const inYear = (text: string) => understandPeriod(text, { contextYear: 2024, schoolYear: null })

const someRow: fc.Arbitrary<OwnRow> = fc.record({
  activityId: fc.constantFrom(...activityIds),
  position: fc.integer({ min: 1, max: 5 }),
  cause: fc.constantFrom('', 'Низкая учебная мотивация'),
  title: fc.string({ maxLength: 8 }),
  indicator: fc.string({ maxLength: 4 }),
  responsible: fc.string({ maxLength: 4 }),
  period: fc.constantFrom(null, inYear('март'), inYear('до 15 мая')),
  expectedResult: fc.string({ maxLength: 4 }),
  proof: fc.uniqueArray(fc.constantFrom(...proofKinds), { maxLength: 3 }),
  supportsActivityId: fc.constantFrom(null, ...activityIds),
})

/** A revision as the map has it: each row once. */
const someRevision = fc.uniqueArray(someRow, { selector: (row) => row.activityId, maxLength: 8 })

describe('what leads from one revision to the next', () => {
  test('any sequence of corrections replays to every past revision', () => {
    fc.assert(
      fc.property(fc.array(someRevision, { maxLength: 6 }), (revisions) => {
        const corrections = revisions.map((revision, index) => diffRows(revisions[index - 1] ?? [], revision))
        let standing: OwnRow[] = []
        for (const [index, difference] of corrections.entries()) {
          standing = applyDifference(difference, standing)
          expect(standing).toEqual(revisions[index])
        }
      }),
    )
  })

  test('names only the fields whose words changed, and not the place of the row', () => {
    const [row] = fc.sample(someRow, 1)
    if (!row) throw new Error('a sample of one')
    expect(wordsChanged(row, { ...row, position: row.position + 1 })).toEqual([])
    expect(wordsChanged(row, { ...row, title: `${row.title} заново` })).toEqual(['title'])
  })
})

test('a map is submitted once each of its rows has a measure, an understandable period and a proof', () => {
  const ready = { title: 'Пробный экзамен', period: inYear('март'), proof: ['document' as const] }
  expect(obstaclesOf([])).toEqual(['no-rows'])
  expect(obstaclesOf([ready])).toEqual([])
  expect(obstaclesOf([ready, { title: ' ', period: inYear('фыва'), proof: [] }])).toEqual([
    'row-without-title',
    'row-without-period',
    'row-without-proof',
  ])
})

test('a correction is submitted once a row says something else, is new or is gone', () => {
  const row: OwnRow = {
    ...{ activityId: newId<'activity'>(), position: 1, cause: '', title: 'Пробный экзамен', indicator: '' },
    ...{ responsible: '', period: inYear('март'), expectedResult: '', proof: ['document'], supportsActivityId: null },
  }
  const other = { ...row, activityId: newId<'activity'>(), position: 2 }
  expect(obstaclesIn([row], null)).toEqual([])
  expect(obstaclesIn([{ ...row, position: 3 }], [row])).toEqual(['nothing-changed'])
  expect(obstaclesIn([], [])).toEqual(['no-rows', 'nothing-changed'])
  for (const rows of [[{ ...row, indicator: '80 %' }], [row, other], [other]]) {
    expect(obstaclesIn(rows, [row])).toEqual([])
  }
})

describe('advice to the author', () => {
  const row = {
    activityId: newId<'activity'>(),
    title: 'Консультации для девятиклассников по математике',
    indicator: 'Доля 80 %',
    proof: ['document' as const],
    period: inYear('март'),
  }

  test('nothing is said of a row that has everything', () => expect(adviceOn([row], [])).toEqual([]))

  test('a hardly reworded measure of last year is named; another one is not', () => {
    const lastYear = [{ title: 'Консультации девятиклассникам по математике' }, { title: 'Семинар для завучей' }]
    expect(adviceOn([row], lastYear)).toMatchObject([{ kind: 'repeats-last-year', words: lastYear[0]?.title }])
    expect(adviceOn([row], [{ title: 'Родительское собрание' }])).toEqual([])
  })

  test('a measure without indicator or proof, and a day on which nobody works', () => {
    const bare = { ...row, indicator: '', proof: [], period: inYear('до 24 марта 2024') }
    expect(adviceOn([bare], [])).toMatchObject([
      { kind: 'no-indicator' },
      { kind: 'no-proof' },
      { kind: 'day-off', words: '2024-03-24' },
    ])
    expect(adviceOn([{ ...row, period: inYear('март 2024') }], [])).toEqual([])
  })

  test('a measure that runs past the year of the map, or begins before it', () => {
    const frame = { startsOn: day(2024, 1, 1), endsOn: day(2024, 12, 31) }
    const adviceIn = (text: string) => adviceOn([{ ...row, period: inYear(text) }], [], { frame })
    expect(adviceIn('октябрь 2024 – январь 2025')).toMatchObject([{ kind: 'outside-year', words: '2025-01-31' }])
    expect(adviceIn('декабрь 2023 – март 2024')).toMatchObject([{ kind: 'outside-year', words: '2023-12-01' }])
    expect(adviceIn('январь – декабрь 2024')).toEqual([])
  })
})

describe('the cascade of the authority’s map', () => {
  const inherited = (activityId: (typeof activityIds)[number], title: string) => ({
    ...{ activityId, title, number: '1.1', sectionTitle: null, audience: 'all' as const, period: null },
    ...{ executors: null, expectedResult: null, targetGroups: [], heldBy: 'us' as const, proof: [] },
    parts: { authority: null, institute: null, school: 'takes-part' as const },
  })
  const someInherited = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...activityIds), fc.constantFrom('Вебинары', 'Семинар', 'Диагностика')), {
      selector: ([id]) => id,
    })
    .map((rows) => rows.map(([id, title]) => inherited(id, title)))

  test('loses no row of the school, and asks of each whose support is otherwise or gone, and of no other', () => {
    fc.assert(
      fc.property(someRevision, someInherited, someInherited, (own, before, after) => {
        const untouched = structuredClone(own)
        const changes = inheritedChanges(before, after)
        const asked = questionsOn(own, changes, new Set())
        expect(own).toEqual(untouched)
        const wanted = own.filter(({ supportsActivityId: id }) => {
          const [was, is] = [before.find((one) => one.activityId === id), after.find((one) => one.activityId === id)]
          return was !== undefined && was.title !== is?.title
        })
        expect(asked.map((one) => one.activityId)).toEqual(wanted.map((row) => row.activityId))
        expect(questionsOn(own, changes, new Set(own.map((row) => row.activityId)))).toEqual([])
      }),
    )
  })
})
