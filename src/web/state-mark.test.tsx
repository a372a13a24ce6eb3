import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { assignmentStates, stateSign } from '../kernel/assignment-state.ts'
import { StateBadge, StateMark } from './state-mark.tsx'
import { stateTone } from './state-tone.ts'
import { words } from './words.ts'

test.each(assignmentStates)('%s has a mark, a word, a colour and a sign', (state) => {
  const mark = renderToStaticMarkup(<StateMark state={state} />)
  expect(mark).toContain(`aria-label="${words.ru[`state.${state}`]}"`)
  expect(mark).toContain(`data-tone="${stateTone[state]}"`)
  expect(renderToStaticMarkup(<StateBadge state={state} />)).toContain(words.ru[`state.${state}`])
  expect(stateSign[state]).not.toBe('')
})

test('no two states look alike in black and white', () => {
  const shapes = assignmentStates.map((state) => shapeOf(renderToStaticMarkup(<StateMark state={state} isSilent />)))
  expect(new Set(shapes).size).toBe(assignmentStates.length)
  expect(new Set(Object.values(stateSign)).size).toBe(assignmentStates.length)
})

test('red is for late only', () => {
  expect(assignmentStates.filter((state) => stateTone[state] === 'late')).toEqual(['late'])
})

test('a badge may say more than its state', () => {
  const badge = renderToStaticMarkup(<StateBadge state="window-missed" label="за февраль–апрель не подтверждено" />)
  expect(badge).toContain('за февраль–апрель не подтверждено')
})

function shapeOf(mark: string): string {
  return mark.replace(/^<svg[^>]*>/, '')
}
