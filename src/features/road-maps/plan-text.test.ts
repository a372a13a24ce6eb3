import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { noticeText, planText } from './plan-text.ts'
import { templateAnswer } from './template.ts'

const head = { title: 'Дорожная карта на 2026 год', orderNumber: '47', orderDate: day(2026, 2, 9) }
const parts = { authority: 'executes', institute: null, school: 'takes-part' } as const
const [first, second] = templateAnswer(2026).roadMap?.sections[0]?.activities ?? []
if (!first || !second) throw new Error('the template has rows')

test('a plan says what, by when, how the school takes part and what will prove it', () => {
  const text = planText(head, {
    shortName: 'Еловская СОШ',
    variant: 'first-or-repeated',
    activities: [{ ...second, parts }],
  })
  expect(text).toContain('Еловская СОШ')
  expect(text).toContain('(приказ от 09.02.2026 № 47)')
  expect(text).toContain('Срок: февраль–апрель, сентябрь–ноябрь 2026.')
  expect(text).toContain('Школа участвует.')
  expect(text).toContain('Чем подтвердить: внешнее мероприятие')
})

test('what is only for information asks for nothing', () => {
  const row = { ...first, parts: { ...parts, school: 'is-informed' as const } }
  const text = planText(head, { shortName: 'Еловская СОШ', variant: 'undefined', activities: [row] })
  expect(text).toContain('Для сведения, делать ничего не нужно.')
  expect(text).not.toContain('Чем подтвердить')
  expect(text).toContain('Пока вариант не определён')
})

test('the message for all schools names none of them', () => {
  expect(noticeText(head)).not.toContain('Еловская')
  expect(noticeText({ ...head, orderNumber: null, orderDate: null })).not.toContain('приказ')
})
