import { expect, test } from 'vitest'
import type { Block } from '../../paper/paper.ts'
import { readText } from '../../paper/text.ts'
import { understandPaper } from './understand-order.ts'

const text = (lines: string[]) => readText(new TextEncoder().encode(lines.join('\n')))

/** The words of the paper from which the row was made. */
function wordsOf(lines: string[]) {
  const paper = text(lines)
  const { answer, places } = understandPaper(paper, { year: 2026 })
  const rows = answer.roadMap?.sections.flatMap((section) => section.activities) ?? []
  return rows.map(({ title, source }) => {
    const place = places.find((one) => one.table === source.table && one.row === source.row)
    const blocks = place ? paper.blocks.slice(place.from, place.to) : []
    return [title, blocks.map(textOf).join(' | ')]
  })
}

function textOf(block: Block): string {
  if (block.kind === 'paragraph') return block.text
  return block.rows.flatMap((row) => row.cells.map((cell) => cell.text)).join(' ')
}

test('a row of a drawn box is found again in the lines that draw it', () => {
  const found = wordsOf([
    'Дорожная карта на 2026 год',
    '+-----+--------------------+------------+-------------+',
    '| №   | Мероприятие        | Срок       | Исполнитель |',
    '+-----+--------------------+------------+-------------+',
    '| 1   | Анкетирование      | март 2026  | МОУО        |',
    '|     | учителей           |            |             |',
    '+-----+--------------------+------------+-------------+',
    '| 2   | Итоговый семинар   | май 2026   | МОУО        |',
    '+-----+--------------------+------------+-------------+',
  ])
  expect(found.map(([title]) => title)).toEqual(['Анкетирование учителей', 'Итоговый семинар'])
  expect(found[0]?.[1]).toContain('Анкетирование')
  expect(found[1]?.[1]).toContain('Итоговый семинар')
  expect(found[1]?.[1]).not.toContain('Анкетирование')
})

test('an item of a list is found again with the line of its term', () => {
  const found = wordsOf([
    'План мероприятий по сопровождению школ на 2026 год',
    '',
    '1. Провести анкетирование учителей.',
    'Срок: до 15 марта 2026 года',
    'Ответственные: Ольхина М. Д.',
    '2. Собрать планы школ.',
    'Срок: до 1 апреля 2026 года',
    'Ответственные: директора школ',
  ])
  expect(found.map(([, words]) => words)).toEqual([
    '1. Провести анкетирование учителей. | Срок: до 15 марта 2026 года | Ответственные: Ольхина М. Д.',
    '2. Собрать планы школ. | Срок: до 1 апреля 2026 года | Ответственные: директора школ',
  ])
})

test('a dated item is found in its line, also below a month', () => {
  const found = wordsOf([
    'План работы на 2026 год',
    'Март',
    '– открытие проекта (5 марта)',
    '– анкетирование школ (12 марта)',
    'Апрель',
    '– выездной семинар (9 апреля)',
  ])
  expect(found.map(([, words]) => words)).toEqual([
    '– открытие проекта (5 марта)',
    '– анкетирование школ (12 марта)',
    '– выездной семинар (9 апреля)',
  ])
})

test('a clause of an order is found with the lines that it runs over', () => {
  const found = wordsOf([
    'Управление образования Заречного округа',
    'ПРИКАЗ',
    '09.02.2026 № 47',
    'О сопровождении школ',
    'ПРИКАЗЫВАЮ:',
    '1. Директорам школ до 15 марта 2026 года провести',
    'анкетирование учителей.',
    '2. Методисту Ольхиной М. Д. до 1 апреля 2026 года собрать планы школ.',
    '3. Контроль за исполнением приказа оставляю за собой.',
    'Начальник управления В. С. Рябинина',
  ])
  expect(found.map(([, words]) => words)).toEqual([
    '1. Директорам школ до 15 марта 2026 года провести | анкетирование учителей.',
    '2. Методисту Ольхиной М. Д. до 1 апреля 2026 года собрать планы школ.',
  ])
})

test('a row of a real table needs no lines: it has its place in the table', () => {
  const { answer, places } = understandPaper(
    text(['№\tМероприятие\tСрок\tИсполнитель', '1\tАнкетирование\tмарт 2026\tМОУО', '2\tСеминар\tмай 2026\tМОУО']),
    { year: 2026 },
  )
  expect(answer.roadMap?.sections[0]?.activities).toHaveLength(2)
  expect(places).toEqual([])
})
