import assert from 'node:assert/strict'
import { test } from 'vitest'
import { inList, list, p, tbl, tc, tr, wordFile } from '../../../test/harness/word-file.ts'
import { readDocx } from '../../paper/docx.ts'
import type { ParseAnswer } from './order.ts'
import { understandOrder } from './understand-order.ts'

const head = tr(['№', 'Мероприятие', 'Срок', 'Исполнитель', 'Результат', 'Целевая группа'], '<w:tblHeader/>')
const wide = (text: string) => tr([tc(text, '<w:gridSpan w:val="6"/>')])
const begins = '<w:vMerge w:val="restart"/>'
const goesOn = '<w:vMerge/>'

test('automatic numbers that count 1, 2, 3 inside section 2 stand for 2.1, 2.2, 2.3', () => {
  const number = tc(p('', inList(1)))
  const table = tbl([
    head,
    wide('1. Работа со всеми школами'),
    tr([number, 'Семинар', 'март', 'МОУО', 'Материалы', 'ШНОР']),
    tr([number, 'Опрос', 'май', 'ШНОР', 'Справка', 'ШНОР']),
    wide('2. Работа со школами, попавшими в перечень впервые'),
    tr([number, 'Встреча', 'июнь', 'МОУО', 'Протокол', 'ШНОР']),
  ])
  assert.deepEqual(numbers(read(table, list(1, [{ text: '%1.' }]))), ['1.1', '1.2', '2.1'])
})

test('automatic numbers of two levels number the sections as well', () => {
  const section = (text: string) => tr([tc(p(text, inList(1)), '<w:gridSpan w:val="6"/>')])
  const row = (title: string) => tr([tc(p('', inList(1, 1))), title, 'март', 'МОУО', 'Материалы', 'ШНОР'])
  const answer = read(
    tbl([head, section('Все школы'), row('Семинар'), row('Опрос'), section('Отдельные школы'), row('Встреча')]),
    list(1, [{ text: '%1.' }, { text: '%1.%2.' }]),
  )
  assert.deepEqual(numbers(answer), ['1.1', '1.2', '2.1'])
  assert.deepEqual(
    answer.roadMap?.sections.map(({ number, title }) => [number, title]),
    [
      ['1', 'Все школы'],
      ['2', 'Отдельные школы'],
    ],
  )
})

test('a row that goes on after a page break is joined to the row above, not to a section', () => {
  const answer = read(
    tbl([
      head,
      wide('1. Все школы'),
      tr(['1.1', 'Семинар для учителей', 'Март –', 'МОУО', 'Материалы', 'ШНОР']),
      tr(['', 'русского языка', 'апрель', '', 'семинара', '']),
      head,
      wide('2. Другие школы'),
      tr(['', 'Встреча', 'май', 'МОУО', 'Протокол', 'ШНОР']),
    ]),
  )
  const [first, second] = rows(answer)
  assert.equal(first?.title, 'Семинар для учителей русского языка')
  assert.equal(first?.period?.text, 'Март – апрель')
  assert.equal(first?.expectedResult, 'Материалы семинара')
  assert.equal(second?.title, 'Встреча')
  assert.equal(second?.number, null)
  assert.ok(answer.findings.some(({ code }) => code === 'missing-number'))
})

test('one number merged over several rows means several activities under that number', () => {
  const answer = read(
    tbl([
      head,
      tr([tc('1', begins), 'Семинар', 'март', 'МОУО', 'Материалы', tc('ШНОР', begins)]),
      tr([tc('', goesOn), 'Опрос', 'май', 'МОУО', 'Справка', tc('', goesOn)]),
    ]),
  )
  assert.deepEqual(numbers(answer), ['1', '1'])
  assert.deepEqual(
    rows(answer).map(({ targetGroups }) => targetGroups),
    [['ШНОР'], ['ШНОР']],
  )
  assert.ok(!answer.findings.some(({ code }) => code === 'duplicate-number'))
})

test('one activity over several rows gathers their terms', () => {
  const answer = read(
    tbl([
      head,
      tr([tc('1', begins), tc('Семинары', begins), 'март 2024', 'МОУО', 'Материалы', 'ШНОР']),
      tr([tc('', goesOn), tc('', goesOn), 'октябрь 2024', '', '', '']),
    ]),
  )
  assert.equal(rows(answer).length, 1)
  assert.equal(rows(answer)[0]?.period?.windows.length, 2)
})

test('a head of two rows gives beginning and end their own columns', () => {
  const top = tr([
    tc('№', begins),
    tc('Мероприятие', begins),
    tc('Сроки', '<w:gridSpan w:val="2"/>'),
    tc('Исполнитель', begins),
  ])
  const below = tr([tc('', goesOn), tc('', goesOn), 'Начало', 'Окончание', tc('', goesOn)])
  const counting = tr(['1', '2', '3', '4', '5'])
  const answer = read(tbl([top, below, counting, tr(['1', 'Семинар', '01.03.2024', '15.03.2024', 'МОУО'])]))
  assert.deepEqual(
    answer.roadMap?.columns.map(({ role }) => role),
    ['number', 'title', 'start', 'end', 'executors'],
  )
  assert.deepEqual(rows(answer)[0]?.period?.windows, [{ start: '2024-03-01', end: '2024-03-15' }])
})

test('a section whose number stands in its own cell is a section', () => {
  const answer = read(
    tbl([
      head,
      tr(['1', tc('Работа со всеми школами', '<w:gridSpan w:val="5"/>')]),
      tr(['1.1', 'Семинар', 'март', 'МОУО', 'Материалы', 'ШНОР']),
      tr(['2', 'Отдельные школы', '', '', '', '']),
      tr(['2.1', 'Опрос', 'май', 'МОУО', 'Справка', 'ШНОР']),
    ]),
  )
  assert.deepEqual(
    answer.roadMap?.sections.map(({ number, title, activities }) => [number, title, activities.length]),
    [
      ['1', 'Работа со всеми школами', 1],
      ['2', 'Отдельные школы', 1],
    ],
  )
})

test('a plan that goes on in a second table without a head is one plan', () => {
  const first = tbl([head, tr(['1', 'Семинар', 'март', 'МОУО', 'Материалы', 'ШНОР'])])
  const second = tbl([
    tr(['2', 'Опрос', 'май', 'МОУО', 'Справка', 'ШНОР']),
    tr(['3', 'Встреча', 'июнь', 'МОУО', 'Протокол', 'ШНОР']),
  ])
  const answer = read(`${p('План на 2024 год')}${first}${p('')}${second}`)
  assert.equal(answer.roadMaps, undefined)
  assert.deepEqual(numbers(answer), ['1', '2', '3'])
  assert.deepEqual(
    rows(answer).map(({ source }) => [source.table, source.row]),
    [
      [1, 2],
      [2, 1],
      [2, 2],
    ],
  )
})

test('a list of participants or a budget is no road map', () => {
  const schools = tbl([tr(['№', 'Школа', 'Директор']), tr(['1', 'Первая', 'А.А. Белова'])])
  const answer = read(`${p('Состав')}${schools}`)
  assert.equal(answer.roadMap, null)
  assert.deepEqual(
    answer.findings.map(({ code }) => code),
    ['columns-not-recognised'],
  )
})

test('a dash in a cell is an absent value', () => {
  const answer = read(tbl([head, tr(['1', 'Семинар', 'март 2024', '–', '-', 'ШНОР'])]))
  assert.equal(rows(answer)[0]?.executors, null)
  assert.equal(rows(answer)[0]?.expectedResult, null)
})

function read(body: string, numbering = ''): ParseAnswer {
  return understandOrder(readDocx(wordFile(body, { numbering })), { year: null })
}

function rows(answer: ParseAnswer) {
  return answer.roadMap?.sections.flatMap((section) => section.activities) ?? []
}

function numbers(answer: ParseAnswer): (string | null)[] {
  return rows(answer).map(({ number }) => number)
}
