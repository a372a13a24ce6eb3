import { expect, test } from 'vitest'
import { faultOf } from './check-file.ts'

const rule = { endings: ['.docx', '.jpg'], maxBytes: 100 }

test('a suitable file has no fault', () => {
  expect(faultOf({ name: 'Приказ.DOCX', size: 100 }, rule)).toBeNull()
})

test('a photograph of any name is taken where photographs are', () => {
  expect(faultOf({ name: 'image', size: 10, type: 'image/heic' }, rule)).toBeNull()
})

test.each([
  [{ name: 'a.exe', size: 10 }, 'file.wrongKind'],
  [{ name: 'a.docx', size: 0 }, 'file.empty'],
  [{ name: 'a.docx', size: 101 }, 'file.tooLarge'],
])('%o is refused before it is sent', (file, fault) => {
  expect(faultOf(file, rule)).toBe(fault)
})
