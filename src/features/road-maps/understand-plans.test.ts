import assert from 'node:assert/strict'
import { describe, test } from 'vitest'
import { codesOf, columnsOf, heldOf, proofsOf, read, rowsOf } from '../../../test/harness/understood.ts'
import { readText } from '../../paper/text.ts'
import { understandOrder } from './understand-order.ts'

test('a plan without a number column and without sections keeps its rows', () => {
  const answer = read(`
План работы с командами школ на 2025 год
Мероприятие	Дата	Исполнители	Результат	Категория участников
Установочный семинар	январь	МОУО	Программа семинара	директора
Консультации по запросам	ежемесячно	МОУО	Журнал консультаций	педагоги ШНОР
`)
  assert.equal(answer.order, null)
  assert.equal(answer.roadMap?.title, 'План работы с командами школ на 2025 год')
  assert.equal(answer.roadMap?.year, 2025)
  assert.deepEqual(rowsOf(answer), [
    '— | — | Установочный семинар | 2025-01-01…2025-01-31 | МОУО | Программа семинара | директора',
    '— | — | Консультации по запросам | monthly | МОУО | Журнал консультаций | педагоги ШНОР',
  ])
  assert.deepEqual(proofsOf(answer), ['event', 'support-request'])
  assert.deepEqual(codesOf(answer), [])
})

test('a plan for a school year reads autumn in its first year and spring in its second', () => {
  const answer = read(`
Дорожная карта сопровождения школ на 2025/2026 учебный год
№	Мероприятие	Сроки	Ответственные	Ожидаемый результат	Целевая группа
1	Диагностика причин низких результатов	сентябрь	школы	Справка	ШНОР
2	Семинар для команд	февраль	МОУО	Материалы	ШНОР
3	Методический марафон	в течение учебного года	МОУО	Отчёт	педагоги
`)
  assert.equal(answer.roadMap?.schoolYear, 2025)
  assert.deepEqual(rowsOf(answer), [
    '— | 1 | Диагностика причин низких результатов | 2025-09-01…2025-09-30 | школы | Справка | ШНОР',
    '— | 2 | Семинар для команд | 2026-02-01…2026-02-28 | МОУО | Материалы | ШНОР',
    '— | 3 | Методический марафон | 2025-09-01…2026-08-31 | МОУО | Отчёт | педагоги',
  ])
  assert.deepEqual(codesOf(answer), [])
})

test('beginning and end in two columns make one period', () => {
  const answer = read(`
Комплекс мер на 2025 год
№ п/п	Наименование мероприятия	Дата начала	Дата окончания	Исполнитель	Результат
1.	Оценка компетенций учителей	03.02.2025	28.02.2025	институт	Сводка
2.	Разработка ИОМ	март	апрель	школы	ИОМ
`)
  assert.deepEqual(columnsOf(answer), ['number', 'title', 'start', 'end', 'executors', 'result'])
  assert.deepEqual(rowsOf(answer), [
    '— | 1 | Оценка компетенций учителей | 2025-02-03…2025-02-28 | институт | Сводка |',
    '— | 2 | Разработка ИОМ | 2025-03-01…2025-04-30 | школы | ИОМ |',
  ])
  assert.deepEqual(heldOf(answer), ['outside', 'school'])
})

test('sections in Roman numerals and a head repeated on the next page do not become activities', () => {
  const answer = read(`
План-график на 2025 год
№ п/п	Мероприятие	Срок	Ответственный	Показатель
I. Организационные мероприятия				
1	Издание приказа	январь	МОУО	Приказ
№ п/п	Мероприятие	Срок	Ответственный	Показатель
II. Работа с школами, попавшими в список впервые				
1	Посещение уроков	март	методисты	Справка
`)
  assert.deepEqual(
    answer.roadMap?.sections.map(({ number, title, audience }) => [number, title, audience]),
    [
      ['I', 'Организационные мероприятия', 'unknown'],
      ['II', 'Работа с школами, попавшими в список впервые', 'first-or-repeated'],
    ],
  )
  assert.deepEqual(
    rowsOf(answer).map((row) => row.split(' | ')[2]),
    ['Издание приказа', 'Посещение уроков'],
  )
  assert.deepEqual(codesOf(answer), ['missing-audience'])
})

test('a table drawn with bars is read like any other', () => {
  const answer = read(`
ДОРОЖНАЯ КАРТА НА 2025 ГОД
| № | Мероприятия | Период | Исполнители | Итоговый документ | Участники |
|---|---|---|---|---|---|
| 1.1 | Круглый стол директоров | 3 квартал | РОО | Протокол | ОО, РОО |
| 1.2 | Участие в вебинаре института | до 15 мая | ОО | Сертификаты | ОО |
`)
  assert.deepEqual(rowsOf(answer), [
    '— | 1.1 | Круглый стол директоров | 2025-07-01…2025-09-30 | РОО | Протокол | ОО, РОО',
    '— | 1.2 | Участие в вебинаре института | …2025-05-15 | ОО | Сертификаты | ОО',
  ])
  assert.deepEqual(heldOf(answer), ['us', 'outside'])
  assert.deepEqual(proofsOf(answer), ['event', 'outside-event'])
})

test('a table copied one cell per line is put together again', () => {
  const answer = read(`
План мероприятий на 2025 год

№ п/п
Мероприятие
Сроки
Исполнитель
Ожидаемый результат
1. Работа со всеми школами
1.1
Совещание руководителей
Январь
МОУО
Протокол
1.2
Анкетирование учителей
Февраль
школы
Справка

Приложение 2
`)
  assert.deepEqual(rowsOf(answer), [
    '1 | 1.1 | Совещание руководителей | 2025-01-01…2025-01-31 | МОУО | Протокол |',
    '1 | 1.2 | Анкетирование учителей | 2025-02-01…2025-02-28 | школы | Справка |',
  ])
  assert.equal(answer.roadMap?.sections[0]?.audience, 'all')
})

test('a row broken inside its cells is one row', () => {
  const answer = read(`
План на 2025 год
№ п/п	Мероприятие	Сроки	Исполнитель	Результат
1	Семинар
по читательской
грамотности	Март –
апрель	МОУО	Материалы
2	Совещание	Май	МОУО	Протокол
`)
  assert.deepEqual(rowsOf(answer), [
    '— | 1 | Семинар по читательской грамотности | 2025-03-01…2025-04-30 | МОУО | Материалы |',
    '— | 2 | Совещание | 2025-05-01…2025-05-31 | МОУО | Протокол |',
  ])
})

test('a year given by a person goes before the years of the paper, and the disagreement is said', () => {
  const text = `
План на 2024 год
№	Мероприятие	Срок	Исполнитель
1	Семинар	март	МОУО
2	Опрос	май 2024	МОУО
`
  assert.equal(understandOrder(readText(Buffer.from(text)), { year: 2025 }).roadMap?.year, 2025)
  const answer = understandOrder(readText(Buffer.from(text)), { year: 2025 })
  assert.equal(answer.roadMap?.sections[0]?.activities[0]?.period?.windows[0]?.start, '2025-03-01')
  assert.equal(answer.findings.filter(({ code }) => code === 'year-mismatch').length, 2)
})

test('an item below a month may name its own day, and who answers for it', () => {
  const answer = read(`
План работы на 2024 год
Январь
1. Совещание директоров (10 января, отв. Белова А.А.)
2. Проверка журналов
Февраль
1. Семинар по ВПР – 15 февраля
`)
  assert.deepEqual(rowsOf(answer), [
    '— | 1 | Совещание директоров | 2024-01-10…2024-01-10 | Белова А.А. |  |',
    '— | 2 | Проверка журналов | 2024-01-01…2024-01-31 |  |  |',
    '— | 1 | Семинар по ВПР | 2024-02-15…2024-02-15 |  |  |',
  ])
  assert.ok(codesOf(answer).includes('columns-guessed'))
})

test('assignments without numbers are parted by their labels, and a heading is none of them', () => {
  const answer = read(`
Поручения по итогам совещания

Провести сверку списков.
Ответственные: Белова А.А., руководители ОО
Срок: до 20.02.2024

Подготовить письмо в институт.
Ответственный: методист
Срок: 1 марта 2024 г.

Начальник управления В.В. Рогов
`)
  assert.deepEqual(rowsOf(answer), [
    '— | — | Провести сверку списков. | …2024-02-20 | Белова А.А., руководители ОО |  |',
    '— | — | Подготовить письмо в институт. | 2024-03-01…2024-03-01 | методист |  |',
  ])
})

describe('a table without a head', () => {
  test('is read by its content, and what was guessed is said', () => {
    const answer = read(`
План мероприятий на 2025 год
1	Семинар для учителей	март	МОУО	Материалы
2	Опрос родителей	апрель – май	школы	Справка
3	Отчёт о работе	декабрь	МОУО	Отчёт
`)
    assert.deepEqual(columnsOf(answer), ['number', 'title', 'period', 'executors', 'result'])
    assert.equal(rowsOf(answer).length, 3)
    assert.ok(codesOf(answer).includes('columns-guessed'))
  })
})
