import { expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { amendmentText } from './amendments.ts'
import { carryOver } from './carry-over.ts'
import * as edits from './edit-understanding.ts'
import type { ParseAnswer } from './order.ts'
import { understandPeriod } from './period.ts'
import { planOf } from './road-map.ts'
import { templateAnswer } from './template.ts'
import { type KnownOrganisation, understand } from './understand.ts'
import { obstaclesOf, standingRows, type Understanding } from './understanding.ts'

const spruce: KnownOrganisation = {
  id: newId(),
  kind: 'school',
  shortName: 'Еловская СОШ',
  fullName: 'МБОУ «Еловская СОШ»',
}

function answerOf(participants: string[] = ['МБОУ "Еловская  СОШ"', 'МБОУ «Рябиновская СОШ»']): ParseAnswer {
  const order = {
    number: '47',
    date: null,
    authority: 'ОТДЕЛ ОБРАЗОВАНИЯ ЗАОЗЁРСКОГО РАЙОНА',
    place: null,
    title: 'О поддержке школ',
    basis: [],
    clauses: [],
    people: [{ role: 'controller' as const, text: 'оставляю за собой' }],
    participants,
  }
  const where = { part: 'table' as const, activity: '1.1', column: 'period', row: 2 }
  const finding = { code: 'missing-period' as const, severity: 'warning' as const, confidence: null }
  return {
    ...templateAnswer(2026),
    order,
    findings: [{ ...finding, message: 'Нет срока.', advice: 'Укажите срок.', where }],
  }
}

const readPeriod: edits.ReadPeriod = (words, { year, schoolYear }) =>
  understandPeriod(words, { contextYear: year, schoolYear })

function understood(answer = answerOf()): Understanding {
  const understanding = understand(answer, [spruce])
  if (!understanding) throw new Error('nothing was understood')
  return understanding
}

function rowOf(understanding: Understanding, key: string) {
  return understanding.sections.flatMap((section) => section.activities).find((row) => row.key === key)
}

test('schools known under the same name are matched, the others are to be made; nobody has a variant yet', () => {
  const { participants, authorityName, controllerText } = understood()
  expect(participants.map(({ organisationId, variant }) => [organisationId, variant])).toEqual([
    [spruce.id, 'undefined'],
    [null, 'undefined'],
  ])
  expect(authorityName).toBe('Отдел образования Заозёрского района')
  expect(controllerText).toBe('оставляю за собой')
})

test('a paper without a road map is not understood', () => {
  expect(understand({ order: null, roadMap: null, findings: [] }, [])).toBeNull()
})

test('«понимать как» changes the windows and keeps the signed words', () => {
  const before = understood()
  const signed = answerOf().roadMap?.sections[0]?.activities[0]
  const after = edits.changeRow(before, '0.0', { change: { periodReading: 'март 2026' }, signed, readPeriod })
  const row = after && rowOf(after, '0.0')
  expect(row?.period).toMatchObject({ text: 'февраль', windows: [{ start: '2026-03-01', end: '2026-03-31' }] })
  expect(row?.changed).toEqual(['periodReading'])
  const back = after && edits.changeRow(after, '0.0', { change: { periodReading: '' }, signed, readPeriod })
  expect(back && rowOf(back, '0.0')).toEqual(rowOf(before, '0.0'))
})

test('a changed year moves the periods that name none', () => {
  const after = edits.changeHeader(understood(), { year: 2027 }, readPeriod)
  expect(rowOf(after, '0.0')?.period?.windows).toEqual([{ start: '2027-02-01', end: '2027-02-28' }])
})

test('rows are added with keys of their own, and taken out without being lost', () => {
  const once = edits.addRow(understood(), 0, { number: '1.8', title: 'Выставка' })
  const twice = once && edits.addRow(once, 1, { number: null, title: 'Встреча' })
  expect(
    twice &&
      standingRows(twice)
        .filter(({ row }) => row.key.startsWith('new-'))
        .map(({ row }) => row.key),
  ).toEqual(['new-1', 'new-2'])
  const out = twice && edits.changeRow(twice, '0.0', { change: { removed: true }, signed: undefined, readPeriod })
  expect(out && standingRows(out)).toHaveLength(12)
  expect(out && rowOf(out, '0.0')?.removed).toBe(true)
  expect(edits.addRow(understood(), 9, { number: null, title: 'Нигде' })).toBeNull()
  expect(edits.changeRow(understood(), '7.7', { change: {}, signed: undefined, readPeriod })).toBeNull()
})

test('one finding has one decision, and it can be taken back', () => {
  const kept = edits.decide(understood(), 0, { decision: 'keep', note: '' })
  const amended = edits.decide(kept, 0, { decision: 'amend', note: 'Февраль 2026 года' })
  expect(amended.decisions).toEqual([{ finding: 0, decision: 'amend', note: 'Февраль 2026 года' }])
  expect(edits.decide(amended, 0, null).decisions).toEqual([])
})

test('the amending order says which row and how it is to read; nothing decided, nothing written', () => {
  const before = understood()
  expect(amendmentText(answerOf(), before)).toBe('')
  const text = amendmentText(answerOf(), edits.decide(before, 0, { decision: 'amend', note: 'Февраль 2026 года' }))
  expect(text).toContain('О внесении изменений в приказ № 47')
  expect(text).toContain('1) строку 1.1 дорожной карты')
  expect(text).toContain('изложить в редакции: «Февраль 2026 года»')
})

test('what a person had said holds for the same words in a new paper, and only for them', () => {
  const signed = answerOf().roadMap?.sections[0]?.activities[0]
  const parts = { authority: 'executes', institute: null, school: null } as const
  const change = { periodReading: 'март 2026', parts }
  const then = edits.changeRow(understood(), '0.0', { change, signed, readPeriod }) ?? understood()
  const decided = edits.decide(then, 0, { decision: 'keep', note: '' })
  const earlier = { answer: answerOf(), understanding: decided }
  expect(carryOver(understood(), answerOf(), earlier)).toEqual(decided)

  const other = structuredClone(answerOf())
  const row = other.roadMap?.sections[0]?.activities[0]
  if (row) row.expectedResult = 'Другой результат'
  const carried = carryOver(understood(other), other, earlier)
  expect(rowOf(carried, '0.0')?.periodReading).toBeNull()
  expect(rowOf(carried, '0.1')).toEqual(rowOf(then, '0.1'))
})

test('confirming is held up by a missing year, an empty map, and one school standing twice', () => {
  const fine = understood()
  expect(obstaclesOf(fine)).toEqual([])
  expect(obstaclesOf({ ...fine, year: null })).toEqual(['no-year'])
  expect(obstaclesOf({ ...fine, sections: [] })).toEqual(['no-rows'])
  const [first] = fine.participants
  expect(first && obstaclesOf({ ...fine, participants: [first, { ...first }] })).toEqual(['school-twice'])
  expect(first && obstaclesOf({ ...fine, participants: [first, { ...first, included: false }] })).toEqual([])
})

test('a school without a variant gets only what is for all', () => {
  const rows = standingRows(understood()).map(({ row, section }) => ({ ...row, audience: section.audience }))
  const numbers = (variant: Parameters<typeof planOf>[1]) => planOf(rows, variant).map((row) => row.number)
  expect(numbers('undefined').every((number) => number?.startsWith('1.'))).toBe(true)
  expect(numbers('first-or-repeated')).toContain('2.1')
  expect(numbers('first-or-repeated')).not.toContain('3.1')
  expect(numbers('persistent-or-signs')).toEqual(expect.arrayContaining(['1.2', '3.1', '3.2', '3.3']))
})
