import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { amendedRows } from './amended-rows.ts'
import { amendingOrder } from './order-paper.ts'
import type { SectionedRow } from './road-map-rows.ts'

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

const row = {
  activityId: newId<'activity'>(),
  sectionNumber: '1',
  sectionTitle: 'Мероприятия',
  number: '1.2',
  title: 'Участие в вебинарах',
  period: { text: 'Февраль 2024 года' },
  executors: { text: 'МОУО' },
  expectedResult: 'Справка',
  targetGroups: ['МОУО', 'ШНОР'],
} satisfies Partial<Record<keyof SectionedRow, unknown>>

const order = { number: '31', date: day(2024, 2, 13), title: 'Дорожная карта поддержки школ в 2024 году' }

const because = 'по итогам собеседований'
const other = (words: object) => ({ ...row, activityId: newId<'activity'>(), ...words })

test('an amending order says each changed cell, and lays whole rows into an annex', () => {
  const [gone, reworded] = [other({ number: null, title: 'Семинар' }), other({ number: '1.3' })]
  const changes = amendedRows(
    [row, gone, reworded],
    [
      { ...row, period: { text: 'Март 2024 года' }, executors: { text: '' } },
      { ...reworded, title: 'Круглый стол', period: { text: 'Май' }, expectedResult: 'Протокол' },
      other({ number: '1.8' }),
    ],
  )
  const { heading, body } = amendingOrder(facts, { order, changes, newTitle: null, because })
  expect(heading).toBe('О внесении изменений в приказ от 13.02.2024 № 31')
  expect(body.preamble[0]).toMatch(/в 2024 году \(по итогам собеседований\)$/)
  expect(body.clauses[0]).toEqual({
    text: 'Внести в Дорожную карту поддержки школ в 2024 году, утверждённую приказом Управления образования Заречного округа от 13.02.2024 № 31, следующие изменения:',
    clauses: [
      'в пункте 1.2 графу «Сроки» изложить в следующей редакции: «Март 2024 года»;',
      'в пункте 1.2 графу «Исполнитель, соисполнитель» оставить пустой;',
      'пункт 1.3 изложить в следующей редакции согласно приложению;',
      'раздел 1 дополнить пунктом 1.8 согласно приложению;',
      'строку «Семинар» исключить.',
    ],
  })
  const [table] = body.annexes[0]?.blocks ?? []
  const texts = table && 'headRows' in table ? table.rows.map((cells) => cells.map(({ text }) => text)) : []
  expect(texts).toEqual([
    ['1.3', 'Круглый стол', 'Май', 'МОУО', 'Протокол', 'МОУО, ШНОР'],
    ['1.8', 'Участие в вебинарах', 'Февраль 2024 года', 'МОУО', 'Справка', 'МОУО, ШНОР'],
  ])
  expect(body.clauses.at(-1)?.text).toBe('Контроль за исполнением настоящего приказа оставляю за собой.')
})

test('without whole rows there is no annex, and what is only understood otherwise is nothing to say', () => {
  const changes = amendedRows([row], [])
  expect(amendingOrder(facts, { order, changes, newTitle: null, because }).body.annexes).toEqual([])
  expect(amendedRows([row], [{ ...row, expectedResult: 'Справка' }])).toEqual([])
})
