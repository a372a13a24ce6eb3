import { expect, test } from 'vitest'
import { inYear, titleWithoutYear, withoutYear } from './relative-text.ts'
import { executorsWithoutNames, textWithoutNames } from './without-names.ts'

const known = [
  { kind: 'authority' as const, shortName: 'УО Заречного округа', fullName: 'Управление образования Заречного округа' },
  { kind: 'school' as const, shortName: 'Берёзовская СОШ', fullName: 'МКОУ «Берёзовская средняя школа»' },
  { kind: 'institute' as const, shortName: 'ОИРО', fullName: 'ГБУ ДПО «Областной институт»' },
]

test('executors stay as what they are', () => {
  const names = [
    'МКОУ «Берёзовская средняя школа»',
    'УО Заречного округа',
    'ОИРО',
    'Иванова А.А.',
    'директор',
    'МБОУ «Дальняя школа»',
  ]
  expect(executorsWithoutNames(names, known)).toEqual(['ШНОР', 'МОУО', 'Региональный институт', 'директор'])
})

test('a position without the name of who holds it', () => {
  expect(executorsWithoutNames(['методист Тихонов П.Р.'], known)).toEqual(['методист'])
})

test('in sentences organisations are called by what they are, in any case, and nobody is named', () => {
  expect(textWithoutNames('Семинар в Берёзовской СОШ, ведёт Иванова А.А.', known)).toBe(
    'Семинар в [школа], ведёт [имя]',
  )
  expect(textWithoutNames('Поддержка школ Заречного округа', known)).toBe('Поддержка школ [место]')
  expect(textWithoutNames('Заречный округ проводит семинар', known)).toBe('[место] проводит семинар')
  expect(textWithoutNames('Семинар о мотивации', known)).toBe('Семинар о мотивации')
})

test('the plan’s years give way to the year of the project; a legal act keeps its date', () => {
  const text = 'План на 2024 год по приказу от 06.11.2023 № 779, итоги за 2023 год и задачи на 2025'
  const relative = withoutYear(text, 2024)
  expect(relative).toBe('План на {год} год по приказу от 06.11.2023 № 779, итоги за {год-1} год и задачи на {год+1}')
  expect(inYear(relative, 2024)).toBe(text)
  expect(inYear(relative, 2027)).toContain('План на 2027 год')
  expect(inYear(titleWithoutYear('План на 2023 год', 2024), 2026)).toBe('План на 2026 год')
  expect(inYear(withoutYear('в 2023/2024 учебном году', 2023), 2026)).toBe('в 2026/2027 учебном году')
})
