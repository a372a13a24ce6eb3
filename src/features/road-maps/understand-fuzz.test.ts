import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { readText } from '../../paper/text.ts'
import { demoOrderText } from './demo-order.ts'
import { ParseAnswerSchema } from './order.ts'
import { understandOrder } from './understand-order.ts'

const words = [
  '№',
  'п/п',
  'Мероприятие',
  'Срок',
  'Исполнитель',
  '\t',
  '\n',
  ' ',
  '1.',
  '1.1',
  'март 2024',
  'ПРИКАЗ',
  'приказываю:',
  '«',
  '»',
  '(',
  'МОУО',
  'от 31.02.2024 № 5',
  'О школах',
  ',',
  'Раздел',
]

test('any words in any order give an answer of the promised shape', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 80 }), (text) => hasItsShape(text.join(''))),
    { numRuns: 500 },
  )
})

test('an order with lines lost, doubled or torn still gives an answer', () => {
  const lines = demoOrderText.split('\n')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(lines.length - 1), fc.nat(60)), { maxLength: 30 }), (damage) => {
      const torn = [...lines]
      for (const [at, cut] of damage) torn.splice(at, cut % 2, (torn[at] ?? '').slice(cut))
      hasItsShape(torn.join('\n'))
    }),
    { numRuns: 150 },
  )
})

function hasItsShape(text: string): void {
  const answer = understandOrder(readText(Buffer.from(text)), { year: null })
  assert.ok(ParseAnswerSchema.safeParse(answer).success, text)
}
