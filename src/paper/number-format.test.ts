import assert from 'node:assert/strict'
import { test } from 'vitest'
import { builtInFormats, displayedNumber } from './number-format.ts'

test('a number is shown by its format', () => {
  const cases: [number, string, string][] = [
    [1.1, 'General', '1.1'],
    [1.1, '0.00', '1.10'],
    [1.1, '0.0#', '1.1'],
    [12, '0\\.0', '1.2'],
    [7, '00', '07'],
    [1234.5, '#,##0.0', '1234.5'],
    [1234, '# ##0', '1234'],
    [3, '0"."', '3.'],
    [2, '"Раздел "0', 'Раздел 2'],
    [0.5, '0%', '50%'],
    [-2, '0', '-2'],
    [-2, '0;(0)', '(2)'],
    [0, '0;-0;"нет"', 'нет'],
    [5, '@', '5'],
    [1e21, '0', '1e+21'],
  ]
  for (const [value, format, text] of cases) assert.equal(displayedNumber(value, format, '1900'), text, format)
})

test('a day is shown with Russian names, in the case that its format asks for', () => {
  const cases: [string, string][] = [
    ['mmmm yyyy', 'февраль 2024'],
    ['[$-419]d mmmm yyyy "г.";@', '13 февраля 2024 г.'],
    ['[$-FC19]dd mmmm yyyy \\г\\.', '13 февраля 2024 г.'],
    ['dd mmmm yyyy г.;@', '13 февраля 2024 г.'],
    ['[$-F800]dddd, mmmm dd, yyyy', '13 февраля 2024 г.'],
    ['[$-x-sysdate]dddd, mmmm dd, yyyy', '13 февраля 2024 г.'],
    ['dd/mm/yy', '13/02/24'],
    ['ДД.ММ.ГГГГ', '13.02.2024'],
    ['dddd', 'вторник'],
    ['dd.mm.yyyy h:mm', '13.02.2024 12:30'],
    ['mmm.yy', 'фев.24'],
    [builtInFormats[14] ?? '', '13.02.2024'],
  ]
  for (const [format, text] of cases) assert.equal(displayedNumber(45335.520833333336, format, '1900'), text, format)
  assert.equal(displayedNumber(43873, 'dd.mm.yyyy', '1904'), '13.02.2024')
})
