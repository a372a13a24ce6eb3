import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { executionTable, markText } from './execution-paper.ts'

const facts = {
  title: 'Поддержка школ',
  year: 2024,
  isSchoolYear: false,
  controllerText: '',
  authority: { id: 'a' as never, shortName: 'МОУО', fullName: 'Управление образования' }, // not looked at
  institute: null,
  coordinator: null,
  signatory: { post: 'Начальник', name: 'А.Б. Ветрова' },
}

const mark = (organisation: string, state: 'accepted' | 'open' | 'late', doneOn = '', dueOn = '2024-04-30') => ({
  organisation,
  state,
  doneOn: doneOn === '' ? null : day(2024, 4, Number(doneOn)),
  dueOn: dueOn === '' ? null : day(2024, 4, 30),
})

test('who has done alike by the same day stands in one line, the finished first', () => {
  const marks = [
    mark('Луговая', 'late'),
    mark('Озёрная', 'open'),
    mark('Ключи', 'accepted', '15'),
    mark('Бор', 'accepted', '15'),
    mark('Яр', 'accepted', '9'),
  ]
  expect(markText(marks)).toBe(
    'Принято 09.04.2024: Яр\nПринято 15.04.2024: Ключи, Бор\nИдёт, до 30.04.2024: Озёрная\nПросрочено: Луговая',
  )
})

test('the table says the day, its sections once, and is signed', () => {
  const rows = [
    {
      section: '1. Для всех',
      number: '1.1',
      title: 'Вебинары',
      period: 'апрель',
      marks: [mark('Яр', 'accepted', '9')],
    },
    { section: '1. Для всех', number: '1.2', title: 'Семинар', period: null, marks: [] },
  ]
  const { heading, body } = executionTable(facts, { title: 'Дорожная карта', today: day(2024, 12, 20), rows })
  expect(heading).toBe('Дорожная карта: исполнение на 20.12.2024')
  const [table] = body.annexes[0]?.blocks ?? []
  const texts = table && 'headRows' in table ? table.rows.map((row) => row.map(({ text }) => text)) : []
  expect(texts).toEqual([
    ['1. Для всех'],
    ['1.1', 'Вебинары', 'апрель', 'Принято 09.04.2024: Яр'],
    ['1.2', 'Семинар', '', ''],
  ])
  expect(body.signatory).toEqual(facts.signatory)
})
