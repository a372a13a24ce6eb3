import assert from 'node:assert/strict'
import { test } from 'vitest'
import { namesIn, sideOf } from './executors.ts'
import { shortNamesIn } from './short-names.ts'

const none = new Map()

test('a list is cut at commas, never inside quotes or brackets', () => {
  assert.deepEqual(namesIn('МБОУ «Школа № 1, корпус 2», МОУО', none), ['МБОУ «Школа № 1, корпус 2»', 'МОУО'])
  assert.deepEqual(namesIn('Комитет (отдел школ, садов); школы', none), ['Комитет (отдел школ, садов)', 'школы'])
})

test('short names side by side are names of their own', () => {
  assert.deepEqual(namesIn('МОУО ШНОР', none), ['МОУО', 'ШНОР'])
  assert.deepEqual(namesIn('МОУО и ШНОР', none), ['МОУО', 'ШНОР'])
  assert.deepEqual(namesIn('МОУО МКОУ СОШ № 5', none), ['МОУО', 'МКОУ СОШ № 5'])
  assert.deepEqual(namesIn('ГБУ ДПО «Институт» МОУО', none), ['ГБУ ДПО «Институт»', 'МОУО'])
})

test('an institution with its legal form is one name', () => {
  assert.deepEqual(namesIn('ГБУ ДПО «Институт»', none), ['ГБУ ДПО «Институт»'])
  assert.deepEqual(namesIn('МКОУ СОШ №27', none), ['МКОУ СОШ №27'])
  assert.deepEqual(namesIn('Министерство образования и науки области', none), [
    'Министерство образования и науки области',
  ])
  assert.deepEqual(namesIn('управленческие команды ШНОР', none), ['управленческие команды ШНОР'])
})

test('a full name with its short one is called by the short one, here and elsewhere', () => {
  const known = shortNamesIn('Отдел образования Лесного округа (далее – ООЛО) и Центр развития образования (ЦРО).')
  assert.deepEqual(namesIn('Центр развития образования', known), ['ЦРО'])
  assert.deepEqual(namesIn('Отдела образования Лесного округа', known), ['ООЛО'])
  assert.deepEqual(namesIn('Управление образования (МОУО)', none), ['МОУО'])
})

test('a person keeps the position, and an agreement in brackets is no part of a name', () => {
  assert.deepEqual(namesIn('Белова А.А., методист; школы', none), ['Белова А.А., методист', 'школы'])
  assert.deepEqual(namesIn('ГБУ ДПО «Институт» (по согласованию)', none), ['ГБУ ДПО «Институт»'])
})

test('persons are told apart with the initials on either side, each with the own position', () => {
  assert.deepEqual(namesIn('Тихонов П.Р. Мухина А.С.', none), ['Тихонов П.Р.', 'Мухина А.С.'])
  assert.deepEqual(namesIn('П.Р. Тихонов А.С. Мухина', none), ['П.Р. Тихонов', 'А.С. Мухина'])
  assert.deepEqual(namesIn('начальник отдела Фомина Е.Е., методист Л.А. Гусева', none), [
    'начальник отдела Фомина Е.Е.',
    'методист Л.А. Гусева',
  ])
  assert.deepEqual(namesIn('Белкина Т.О., директора школ', none), ['Белкина Т.О.', 'директора школ'])
})

test('whoever helps is named apart from whoever leads', () => {
  assert.deepEqual(namesIn('РМК совместно с ИРО (по согласованию)', none), ['РМК', 'ИРО'])
  assert.deepEqual(namesIn('МОУО, при участии РЦОКО', none), ['МОУО', 'РЦОКО'])
  assert.deepEqual(namesIn('наставник и руководитель ШМО', none), ['наставник', 'руководитель ШМО'])
  assert.deepEqual(namesIn('учителя химии и биологии', none), ['учителя химии и биологии'])
  assert.deepEqual(namesIn('зам. директора по УВР, ВР', none), ['зам. директора по УВР, ВР'])
})

test('a line of a cell is a name of its own, or the end of the name above', () => {
  assert.deepEqual(namesIn('Педагоги-психологи\nсоциальные педагоги\nучителя-предметники', none), [
    'Педагоги-психологи',
    'социальные педагоги',
    'учителя-предметники',
  ])
  assert.deepEqual(namesIn('Управление образования\nадминистрации\nЛугового района', none), [
    'Управление образования администрации Лугового района',
  ])
  assert.deepEqual(namesIn('Заместитель\nдиректора\nЛаптева Н.П.', none), ['Заместитель директора Лаптева Н.П.'])
})

test('a short name may be a word, and its full name may stand in any case', () => {
  const known = shortNamesIn('План работы Комитета образования Лугового района (далее — Комитет).')
  assert.deepEqual(namesIn('Комитет образования Лугового района', known), ['Комитет'])
  assert.deepEqual(namesIn('Комитет ММС ОО', known), ['Комитет', 'ММС', 'ОО'])
})

test('a name tells its side: authority, institute or school', () => {
  const sides = {
    institute: ['ГБУ ДПО «ЧИРО»', 'Институт развития образования', 'Министерство просвещения', 'ЦНППМ'],
    school: ['ШНОР', 'МБОУ СОШ № 1', 'директора школ', 'педагоги', 'управленческие команды', 'ОО'],
    authority: ['МОУО', 'Управление образования', 'методист отдела', 'муниципальный координатор', 'МКУ «Центр школ»'],
  } as const
  for (const [side, names] of Object.entries(sides)) {
    for (const name of names) assert.equal(sideOf(name), side, name)
  }
  assert.equal(sideOf('общественный совет'), null)
})
