import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readText } from '../../paper/text.ts'
import { ParseAnswerSchema } from './order.ts'
import { understandOrder } from './understand-order.ts'

const heads = {
  number: ['№', '№ п/п', 'Номер'],
  title: ['Мероприятие', 'Содержание работы', 'Наименование мероприятия'],
  period: ['Срок', 'Сроки исполнения', 'Дата', 'Время проведения'],
  executors: ['Исполнитель', 'Ответственные', 'Ответственные лица'],
  result: ['Ожидаемый результат', 'Итоговый документ', 'Показатель'],
  audience: ['Целевая группа', 'Участники', 'Классы'],
} as const
type Role = keyof typeof heads
const roles: readonly Role[] = ['number', 'title', 'period', 'executors', 'result', 'audience']

const row = fc.record({
  title: fc.constantFrom('Семинар для учителей', 'Опрос родителей', 'Анализ ВПР', 'Выезд в школу № 4'),
  period: fc.constantFrom('март 2024', '15.04.2024', 'сентябрь – октябрь 2024 г.', 'до 1 мая 2024 года'),
  executors: fc.constantFrom('МОУО', 'Лаптева Н.П.', 'директора школ', 'МОУО, ИРО'),
  result: fc.constantFrom('Справка', 'Протокол', 'Приказ'),
  audience: fc.constantFrom('ШНОР', 'педагоги', '5–9'),
})
const plan = fc.record({
  rows: fc.array(row, { minLength: 2, maxLength: 8 }),
  order: fc.shuffledSubarray([...roles], { minLength: roles.length }),
  wording: fc.nat(11),
})

test('columns in any order and under any usual name give the same activities', () => {
  fc.assert(
    fc.property(plan, ({ rows, order, wording }) => {
      const cells = rows.map((one, index) => ({ ...one, number: `${index + 1}` }))
      const lines = [
        'План мероприятий на 2024 год',
        order.map((role) => heads[role][wording % heads[role].length]).join('\t'),
        ...cells.map((one) => order.map((role) => one[role]).join('\t')),
      ]
      const { roadMap } = understandOrder(readText(Buffer.from(lines.join('\n'))), { year: null })
      const found = (roadMap?.sections ?? []).flatMap(({ activities }) => activities)
      const read = found.map(({ number, title, period, executors, expectedResult, targetGroups }) => {
        const words = { number, title, period: period?.text, executors: executors?.text, result: expectedResult }
        return { ...words, audience: targetGroups.join(', ') }
      })
      assert.deepEqual(read, cells)
    }),
    { numRuns: 200 },
  )
})

const pieces = [
  ...[
    '┌──┬──┐',
    '+---+---+',
    '├──┼──┤',
    '│ 1 │ Семинар │',
    '| март | МОУО |',
    '1; Семинар; март',
    '№; Мероприятие; Срок',
  ],
  ...['Мероприятие', 'Сроки', 'Ответственные', 'Результат', 'март', 'школы', '15 января – совет', 'Сентябрь', '- урок'],
  ...[
    '1. Провести опрос',
    '1.1. Анализ',
    'Срок – до 1 марта 2024 г.',
    'Ответственные: Белова А.А.',
    'Решили:',
    '',
    'ПРИКАЗ',
  ],
  ...['приказываю:', '1. Директорам школ в срок до 01.03.2024 сдать отчёт;', 'Месяц   Мероприятие   Ответственный'],
  ...['I кв.\tII кв.\tМероприятия', '+\t\tСобрание', '(далее – Центр)', 'Приложение', '1) один\n2) два'],
]

test('lines of all layouts, mixed as nobody would mix them, give an answer of the promised shape', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (lines) => {
      const answer = understandOrder(readText(Buffer.from(lines.join('\n'))), { year: null })
      assert.ok(ParseAnswerSchema.safeParse(answer).success, lines.join('\n'))
    }),
    { numRuns: 600 },
  )
})

describe('time grows with the length of a paper and no faster', () => {
  const long: Record<string, (count: number) => string> = {
    'rulers without a box': (count) => '+---+---+\n'.repeat(count),
    'heads without rows': (count) => 'Мероприятие\nСроки\nОтветственные\n'.repeat(count),
    'a list of dates': (count) => '15 января – совет\n'.repeat(count),
    'assignments without a number': (count) => 'провести опрос\nСрок: май\n'.repeat(count),
    'one assignment that never ends': (count) => `Срок: май\nСрок: июнь\n1. Опрос\n${'и ещё\n'.repeat(count)}`,
    'a row per line': (count) => `№; Мероприятие; Срок; Исполнитель\n${'1; Опрос; май; школы\n'.repeat(count)}`,
  }
  test.each(Object.entries(long))('%s', (_, write) => {
    const time = (count: number) => {
      const paper = readText(Buffer.from(write(count)))
      const start = performance.now()
      understandOrder(paper, { year: 2024 })
      return performance.now() - start
    }
    time(200)
    const short = Math.max(time(1000), 20)
    expect(time(5000) / short).toBeLessThan(15)
  })
})
