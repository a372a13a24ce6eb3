import assert from 'node:assert/strict'
import { describe, test } from 'vitest'
import { readText } from '../../paper/text.ts'
import type { ParseAnswer } from './order.ts'
import { understandOrder } from './understand-order.ts'

test('columns in another order and under other words are understood by their meaning', () => {
  const answer = read(`
ОТДЕЛ ОБРАЗОВАНИЯ БЕРЁЗОВСКОГО РАЙОНА
ПРИКАЗ
12 января 2025 г. № 8-ОД
с. Берёзовка
Об утверждении плана помощи школам
На основании решения совета отдела образования от 10.01.2025 г. № 1
приказываю:
1. Утвердить план.
2. Контроль возложить на методиста Орлову Т.П.
Начальник отдела А.А. Соколов

План мероприятий на 2025 год
Ответственные	Срок исполнения	Содержание деятельности	Вид документа	№
Орлова Т.П.	10.02.2025	Составление списка школ	Список	1
школы	март	Опрос родителей	Справка	2
`)
  assert.deepEqual(columnsOf(answer), ['executors', 'period', 'title', 'result', 'number'])
  assert.deepEqual(rowsOf(answer), [
    '— | 1 | Составление списка школ | 2025-02-10…2025-02-10 | Орлова Т.П. | Список |',
    '— | 2 | Опрос родителей | 2025-03-01…2025-03-31 | школы | Справка |',
  ])
  assert.equal(answer.order?.number, '8-ОД')
  assert.equal(answer.order?.date, '2025-01-12')
  assert.equal(answer.order?.place, 'с. Берёзовка')
  assert.equal(answer.order?.authority, 'ОТДЕЛ ОБРАЗОВАНИЯ БЕРЁЗОВСКОГО РАЙОНА')
  assert.deepEqual(answer.order?.basis, [
    { text: 'решение совета отдела образования от 10.01.2025 г. № 1', number: '1', date: '2025-01-10' },
  ])
  assert.deepEqual(answer.order?.people, [
    { role: 'controller', text: 'методиста Орлову Т.П.' },
    { role: 'signatory', text: 'Начальник отдела А.А. Соколов' },
  ])
  assert.deepEqual(codesOf(answer), ['missing-audience'])
})

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

test('two road maps of one order stand apart', () => {
  const answer = read(`
УПРАВЛЕНИЕ ОБРАЗОВАНИЯ
РАСПОРЯЖЕНИЕ
от 20.12.2024 № 300
Об утверждении планов
В целях поддержки школ
ОБЯЗЫВАЮ:
1. Утвердить планы на 2025 год.
Начальник управления Н.Н. Лукина
Приложение 1
План управления на 2025 год
№	Мероприятие	Срок	Исполнитель
1	Семинар	март 2025	МОУО
Приложение 2
План школ на 2025 год
№	Мероприятие	Срок	Исполнитель
1	Опрос	апрель 2025	школы
`)
  assert.deepEqual(
    answer.roadMaps?.map(({ title, year }) => [title, year]),
    [
      ['План управления на 2025 год', 2025],
      ['План школ на 2025 год', 2025],
    ],
  )
  assert.equal(answer.roadMap, answer.roadMaps?.[0])
  assert.equal(answer.order?.date, '2024-12-20')
  assert.equal(answer.order?.clauses.length, 1)
})

test('participants may be listed in an annex of their own', () => {
  const answer = read(`
КОМИТЕТ ПО ОБРАЗОВАНИЮ ГОРОДА ЛЕСНОГО
П Р И К А З
14.01.2025 г. № 5
О проекте поддержки
Во исполнение приказа министерства от 09.01.2025 № 3/1
П Р И К А З Ы В А Ю:
1. Утвердить состав участников (приложение 1) и план (приложение 2).
2. Назначить муниципальным координатором проекта Крылову Е.В., заместителя председателя комитета.
3. Контроль за исполнением приказа оставляю за собой.
Председатель комитета Г.Г. Носов
Приложение 1
№	Общеобразовательная организация	Адрес
1	МАОУ «Школа № 4»	ул. Лесная, 1
2	МАОУ «Гимназия «Росток»	ул. Новая, 2
Приложение 2
План поддержки на 2025 год
№	Мероприятие	Срок	Исполнитель
1	Встреча команд	февраль	комитет по образованию
`)
  assert.deepEqual(answer.order?.participants, ['МАОУ «Школа № 4»', 'МАОУ «Гимназия «Росток»'])
  assert.deepEqual(answer.order?.people, [
    { role: 'coordinator', text: 'Крылову Е.В., заместителя председателя комитета' },
    { role: 'controller', text: 'оставляю за собой' },
    { role: 'signatory', text: 'Председатель комитета Г.Г. Носов' },
  ])
  assert.equal(answer.order?.basis[0]?.date, '2025-01-09')
  assert.equal(answer.roadMap?.sections[0]?.activities[0]?.source.table, 2)
})

test('clauses with parts of their own, a name in brackets and a list by dashes are read', () => {
  const answer = read(`
УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЛУГОВСКОГО ОКРУГА
ПРИКАЗ
«5» февраля 2025 года                                            № 21
п. Луговой
О дорожной карте
В соответствии с письмом института от 01.02.2025 № 77
приказываю:
1. Утвердить дорожную карту.
2. Директорам школ:
- МБОУ «Луговская СОШ» (Котов И.И.);
- МБОУ СОШ № 9;
2.1. разработать школьные карты до 1 марта 2025 года;
2.2. назначить ответственных.
3. Контроль за исполнением приказа возложить на заместителя начальника Серову М.М.
И.о. начальника О.О. Мухина
Дорожная карта
№	Мероприятие	Срок	Исполнитель
1	Семинар	март	МОУО
`)
  assert.equal(answer.order?.number, '21')
  assert.equal(answer.order?.date, '2025-02-05')
  assert.deepEqual(
    answer.order?.clauses.map(({ number }) => number),
    ['1', '2', '2.1', '2.2', '3'],
  )
  assert.deepEqual(answer.order?.participants, ['МБОУ «Луговская СОШ»', 'МБОУ СОШ № 9'])
  assert.deepEqual(answer.order?.people, [
    { role: 'controller', text: 'заместителя начальника Серову М.М.' },
    { role: 'signatory', text: 'И.о. начальника О.О. Мухина' },
  ])
  assert.deepEqual(answer.order?.basis, [
    { text: 'письмо института от 01.02.2025 № 77', number: '77', date: '2025-02-01' },
  ])
})

test('a row without a number, a stranger among the executors and a term of another year are found', () => {
  const answer = read(`
УПРАВЛЕНИЕ ОБРАЗОВАНИЯ
ПРИКАЗ
01.02.2025 № 2
О плане
В целях поддержки
приказываю:
1. Руководителям МБОУ СОШ № 1, МБОУ СОШ № 2 принять план к исполнению.
Начальник А.А. Белова
План на 2025 год
№	Мероприятие	Срок	Исполнитель	Результат
1	Семинар	март 2025	МБОУ СОШ № 1	Материалы
	Совещание директоров	Май 2025	МОУО	Протокол
2	Открытые уроки	апрель 2025	МБОУ СОШ № 7	Справка
3	Отчёт	декабрь 2023	МОУО	Отчёт
4	Практикум	когда-нибудь	МОУО	Материалы
`)
  assert.deepEqual(answer.order?.participants, ['МБОУ СОШ № 1', 'МБОУ СОШ № 2'])
  assert.deepEqual(codesOf(answer), [
    'missing-audience',
    'missing-number',
    'period-not-understood 4',
    'period-outside-year 3',
    'unknown-organisation 2',
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

test('a paper without a road map says so and stays an order', () => {
  const answer = read(`
УПРАВЛЕНИЕ ОБРАЗОВАНИЯ
ПРИКАЗ
01.02.2025 № 2
О каникулах
В целях отдыха
приказываю:
1. Объявить каникулы.
Начальник А.А. Белова
`)
  assert.equal(answer.order?.title, 'О каникулах')
  assert.equal(answer.roadMap, null)
  assert.deepEqual(codesOf(answer), ['columns-not-recognised'])
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

function read(text: string): ParseAnswer {
  return understandOrder(readText(Buffer.from(text.slice(1))), { year: null })
}

function columnsOf(answer: ParseAnswer): string[] {
  return answer.roadMap?.columns.map(({ role }) => role) ?? []
}

function activitiesOf(answer: ParseAnswer) {
  return answer.roadMap?.sections.flatMap((section) => section.activities) ?? []
}

function heldOf(answer: ParseAnswer): string[] {
  return activitiesOf(answer).map(({ heldBy }) => heldBy)
}

function proofsOf(answer: ParseAnswer): string[] {
  return activitiesOf(answer).map(({ proof }) => proof.join('+'))
}

/** section | number | title | windows or recurrence | executors | result | groups */
function rowsOf(answer: ParseAnswer): string[] {
  const sections = answer.roadMap?.sections ?? []
  return sections.flatMap((section) =>
    section.activities.map(({ number, title, period, executors, expectedResult, targetGroups }) => {
      const windows = (period?.windows ?? []).map(({ start, end }) => `${start ?? ''}…${end ?? ''}`).join(', ')
      const term = windows === '' ? (period?.recurrence ?? period?.kind ?? '') : windows
      const cells = [
        number ?? '—',
        title,
        term,
        executors?.names.join(', ') ?? '',
        expectedResult ?? '',
        targetGroups.join(', '),
      ]
      return [section.number ?? '—', ...cells].join(' | ').trim()
    }),
  )
}

function codesOf(answer: ParseAnswer): string[] {
  return answer.findings
    .map(({ code, where }) => (where.activity === null ? code : `${code} ${where.activity}`))
    .toSorted()
}
