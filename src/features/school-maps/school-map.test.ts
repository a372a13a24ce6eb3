import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { proofKinds } from '../../kernel/proof.ts'
import { understandPeriod } from '../road-maps/period.ts'
import { adviceOn } from './advice.ts'
import { inheritedChanges, questionsOn } from './cascade.ts'
import { applied, differenceOf, inOrder, isMergeable } from './revision-difference.ts'
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

/** A revision as the map has it: each row once, in its order. */
const someRevision = fc.uniqueArray(someRow, { selector: (row) => row.activityId, maxLength: 8 }).map(inOrder)

describe('what leads from one revision to the next', () => {
  test('makes the next one of the one before', () => {
    fc.assert(
      fc.property(someRevision, someRevision, (before, after) => {
        expect(applied(differenceOf(before, after), before)).toEqual(after)
      }),
    )
  })

  test('any sequence of corrections replays to every past revision', () => {
    fc.assert(
      fc.property(fc.array(someRevision, { maxLength: 6 }), (revisions) => {
        const corrections = revisions.map((revision, index) => differenceOf(revisions[index - 1] ?? [], revision))
        let standing: OwnRow[] = []
        for (const [index, changes] of corrections.entries()) {
          standing = applied(changes, standing)
          expect(standing).toEqual(revisions[index])
        }
      }),
    )
  })

  test('says nothing where nothing changed, and names only the fields that did', () => {
    const [row] = fc.sample(someRow, 1)
    if (!row) throw new Error('a sample of one')
    expect(differenceOf([row], [row])).toEqual([])
    const reworded = { ...row, title: 'Пробный экзамен', indicator: row.indicator }
    expect(differenceOf([row], [reworded])).toMatchObject([
      { kind: 'changed', before: { title: row.title }, after: { title: 'Пробный экзамен' } },
    ])
  })
})

test('two who change different fields of one row are both kept; the same field asks them', () => {
  const seen = { title: 'Семинар', indicator: '' }
  const current = { title: 'Семинар', indicator: 'Доля 80 %' }
  expect(isMergeable(seen, current, ['title'])).toBe(true)
  expect(isMergeable(seen, current, ['indicator'])).toBe(false)
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
