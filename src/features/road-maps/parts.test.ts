import assert from 'node:assert/strict'
import { test } from 'vitest'
import { proposeParts } from './parts.ts'

const by = (...names: string[]) => ({ text: names.join(', '), names })
const row = { title: 'Семинар', executors: null, targetGroups: [] as string[], heldBy: 'us' as const }

test('whoever is named as executor executes, and the target group takes part', () => {
  assert.deepEqual(proposeParts({ ...row, executors: by('МОУО'), targetGroups: ['ШНОР'] }, 'all'), {
    authority: 'executes',
    institute: null,
    school: 'takes-part',
  })
  assert.deepEqual(proposeParts({ ...row, executors: by('МОУО', 'ШНОР'), targetGroups: ['МОУО', 'ШНОР'] }, 'all'), {
    authority: 'executes',
    institute: null,
    school: 'executes',
  })
  assert.deepEqual(proposeParts({ ...row, executors: by('ШНОР'), targetGroups: ['МОУО', 'ШНОР'] }, 'all'), {
    authority: 'takes-part',
    institute: null,
    school: 'executes',
  })
})

test('where the institute executes, schools take part and the authority is informed', () => {
  assert.deepEqual(proposeParts({ ...row, executors: by('ГБУ ДПО «Институт»'), targetGroups: ['ШНОР'] }, 'all'), {
    authority: 'is-informed',
    institute: 'executes',
    school: 'takes-part',
  })
})

test('without an executor the target group takes part and the coordinator executes', () => {
  const expected = { authority: 'executes', institute: null, school: 'takes-part' }
  assert.deepEqual(proposeParts({ ...row, targetGroups: ['ШНОР'] }, 'persistent-or-signs'), expected)
  assert.deepEqual(proposeParts({ ...row, title: 'Участие в итоговом семинаре' }, 'unknown'), expected)
})

test('an allocation asks nothing of the schools that it speaks of', () => {
  const allocation = {
    ...row,
    title: 'Распределение школ по вариантам',
    executors: by('МОУО'),
    targetGroups: ['МОУО', 'ШНОР'],
  }
  assert.deepEqual(proposeParts(allocation, 'all'), { authority: 'executes', institute: null, school: 'is-informed' })
})

test('a school whom nothing names is only informed', () => {
  assert.equal(
    proposeParts({ ...row, executors: by('МОУО'), targetGroups: ['методисты'] }, 'unknown').school,
    'is-informed',
  )
})
