import assert from 'node:assert/strict'
import { test } from 'vitest'
import { hasUnbalancedQuotes, isCutShort } from './activity-findings.ts'
import { audienceOf } from './audience.ts'
import { roleOf } from './column-words.ts'
import { basisOf } from './order-basis.ts'
import { heldByOf, proposedProof } from './proposed-proof.ts'
import { roadMapTitle } from './road-map-title.ts'
import { dateIn, numberIn } from './written-date.ts'
import { planYearsNamedIn, schoolYearIn, yearsIn } from './years.ts'

test('a column is known by the meaning of its head', () => {
  const heads = {
    number: ['№', '№ п/п', 'п/п', 'Номер'],
    title: ['Наименование мероприятия', 'Мероприятия', 'Содержание деятельности', 'Действия', 'Направления работы'],
    period: ['Сроки', 'Срок исполнения', 'Период', 'Дата проведения', 'Срок проведения мероприятия'],
    executors: ['Исполнитель, соисполнитель', 'Ответственные', 'Ответственные за проведение мероприятия'],
    result: ['Ожидаемый результат', 'Вид документа', 'Планируемые результаты', 'Результат мероприятия', 'Показатель'],
    audience: ['Целевая группа', 'Категория участников', 'Участники мероприятия', 'Целевая аудитория'],
    start: ['Дата начала', 'Начало'],
    end: ['Дата окончания', 'Срок завершения'],
    place: ['Место проведения'],
    other: ['Отметка об исполнении', 'Примечание', 'Бюджет'],
  } as const
  for (const [role, words] of Object.entries(heads)) {
    for (const head of words) assert.equal(roleOf(head), role, head)
  }
})

test('dates are read in figures and in words; impossible ones are none', () => {
  assert.equal(dateIn('от. 13.02.2024 г. № 31'), '2024-02-13')
  assert.equal(dateIn('«5» мая 2025 года'), '2025-05-05')
  assert.equal(dateIn('от 1.9.24'), '2024-09-01')
  assert.equal(dateIn('31.02.2024'), null)
  assert.equal(dateIn('в 2024 году'), null)
})

test('numbers of documents keep their letters and slashes; a blank is none', () => {
  assert.equal(numberIn('№ 02/1568 «Об»'), '02/1568')
  assert.equal(numberIn('№31-ОД.'), '31-ОД')
  assert.equal(numberIn('№ ____'), null)
})

test('the documents of a preamble are listed one by one', () => {
  const preamble =
    'Во исполнение постановления Правительства области от 11.03.2025 № 40-п «О мерах, планах и проектах», на основании приказа Министерства от 12.03.2025 г. № 7 и письма института от 13.03.2025 № 9 в целях поддержки школ'
  assert.deepEqual(basisOf(preamble), [
    {
      text: 'постановление Правительства области от 11.03.2025 № 40-п «О мерах, планах и проектах»',
      number: '40-п',
      date: '2025-03-11',
    },
    { text: 'Министерства от 12.03.2025 г. № 7', number: '7', date: '2025-03-12' },
    { text: 'письмо института от 13.03.2025 № 9', number: '9', date: '2025-03-13' },
  ])
  assert.deepEqual(basisOf('В целях поддержки школ'), [])
  const inParts =
    'Руководствуясь Федеральным законом от 29.12.2012 № 273-ФЗ «Об образовании», во исполнение пункта 3 протокола совещания от 15.07.2025 № 14'
  assert.deepEqual(
    basisOf(inParts).map(({ text, number }) => [text, number]),
    [
      ['Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании»', '273-ФЗ'],
      ['пункта 3 протокола совещания от 15.07.2025 № 14', '14'],
    ],
  )
})

test('a section says for whom it is', () => {
  assert.equal(audienceOf('Мероприятия для всех организаций'), 'all')
  assert.equal(audienceOf('Школы, попавшие в перечень впервые'), 'first-or-repeated')
  assert.equal(audienceOf('Школы с низкими результатами три и более лет'), 'persistent-or-signs')
  assert.equal(audienceOf('Школы с признаками необъективности'), 'persistent-or-signs')
  assert.equal(audienceOf('Организационный блок'), 'unknown')
  assert.equal(audienceOf(null), 'unknown')
})

test('the words of an activity propose who holds it and what will prove it', () => {
  const proof = (title: string, result: string | null = null) => proposedProof(title, result, heldByOf(title, null))
  assert.deepEqual(proof('Участие в вебинарах по оценке компетенций'), ['outside-event'])
  assert.deepEqual(proof('Семинар для директоров'), ['event'])
  assert.deepEqual(proof('Анкетирование родителей'), ['survey'])
  assert.deepEqual(proof('Оценка предметных компетенций учителей', 'ИОМ'), ['competency-assessment', 'learning-route'])
  assert.deepEqual(proof('Корректировка дорожных карт'), ['road-map'])
  assert.deepEqual(proof('Собеседования с командами'), ['interview'])
  assert.deepEqual(proof('Деятельность ММО учителей математики'), ['association'])
  assert.deepEqual(proof('Издание приказа'), ['document'])
  assert.deepEqual(proof('Ремонт кабинетов'), ['file'])
})

test('a cell that ends in a comma or a preposition was cut short', () => {
  assert.ok(isCutShort('Письма о составе участников,'))
  assert.ok(isCutShort('Материалы семинара по'))
  assert.ok(!isCutShort('Письма; отчёты;'))
  assert.ok(!isCutShort('Курсы на Алтае'))
})

test('quotes are balanced when each opened one is closed', () => {
  assert.ok(hasUnbalancedQuotes('совещание «Опыт и решения'))
  assert.ok(hasUnbalancedQuotes('«Чтение», Счёт»'))
  assert.ok(!hasUnbalancedQuotes('«Чтение», "Счёт", „Письмо“'))
})

test('the title of a road map is found above its table, not in the approval', () => {
  assert.equal(
    roadMapTitle(['Утверждена', 'приказом от 01.02.2025 № 3', '', 'ДОРОЖНАЯ КАРТА', 'поддержки школ', '']),
    'ДОРОЖНАЯ КАРТА поддержки школ',
  )
  assert.equal(roadMapTitle(['Приложение 1', 'к приказу от 01.02.2025 № 3']), null)
})

test('years of plans, school years and bare years are told apart', () => {
  assert.deepEqual(planYearsNamedIn('о проекте в 2023 году по итогам 2022 года'), [2023])
  assert.deepEqual(planYearsNamedIn('план на 2024–2026 годы'), [2024, 2026])
  assert.equal(schoolYearIn(['План на 2025-2026 учебный год']), 2025)
  assert.equal(schoolYearIn(['на 2025/26 уч. год']), 2025)
  assert.equal(schoolYearIn(['План на 2025 год']), null)
  assert.deepEqual(yearsIn('с 01.03.2025 по апрель 2026'), [2025, 2026])
})
