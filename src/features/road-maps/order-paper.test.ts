import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { amendingOrder } from './order-paper.ts'
import type { RowWords } from './row-change.ts'

const facts = {
  title: 'Поддержка школ',
  year: 2024,
  isSchoolYear: false,
  controllerText: 'оставляю за собой',
  authority: { id: 'a' as never, shortName: 'МОУО', fullName: 'Управление образования Заречного округа' }, // not looked at
  institute: null,
  coordinator: null,
  signatory: null,
}

const row: RowWords = {
  number: '1.2',
  title: 'Участие в вебинарах',
  period: 'Февраль 2024 года',
  executors: 'МОУО',
  expectedResult: 'Справка',
  targetGroups: ['МОУО', 'ШНОР'],
}

const order = { number: '31', date: day(2024, 2, 13), title: 'Дорожная карта поддержки школ в 2024 году' }

test('an amending order says each change in its column, and lays new rows into an annex', () => {
  const { heading, body } = amendingOrder(facts, order, [
    { kind: 'changed', before: row, after: { ...row, period: 'Март 2024 года', executors: null } },
    { kind: 'removed', before: { ...row, number: null, title: 'Семинар' }, after: null },
    { kind: 'added', before: null, after: { ...row, number: '1.8' } },
  ])
  expect(heading).toBe('О внесении изменений в приказ от 13.02.2024 № 31')
  expect(body.clauses[0]).toEqual({
    text: 'Внести в Дорожную карту поддержки школ в 2024 году, утверждённую приказом Управления образования Заречного округа от 13.02.2024 № 31, следующие изменения:',
    clauses: [
      'в строке 1.2 графу «Сроки» изложить в редакции: «Март 2024 года»;',
      'в строке 1.2 графу «Исполнитель, соисполнитель» оставить пустой;',
      'строку «Семинар» исключить;',
      'дополнить строкой 1.8 согласно приложению.',
    ],
  })
  const [table] = body.annexes[0]?.blocks ?? []
  const texts = table && 'headRows' in table ? table.rows.map((cells) => cells.map(({ text }) => text)) : []
  expect(texts).toEqual([['1.8', 'Участие в вебинарах', 'Февраль 2024 года', 'МОУО', 'Справка', 'МОУО, ШНОР']])
  expect(body.clauses.at(-1)?.text).toBe('Контроль за исполнением настоящего приказа оставляю за собой.')
})

test('without new rows there is no annex', () => {
  const changes = [{ kind: 'removed' as const, before: row, after: null }]
  expect(amendingOrder(facts, order, changes).body.annexes).toEqual([])
})
