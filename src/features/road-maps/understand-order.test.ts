import assert from 'node:assert/strict'
import { test } from 'vitest'
import { codesOf, columnsOf, read, rowsOf } from '../../../test/harness/understood.ts'

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
