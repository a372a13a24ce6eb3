import { expect, test } from 'vitest'
import { namePattern } from './destruction.ts'

/** PostgreSQL's word edges in the spelling of JavaScript. */
function inJavaScript(pattern: string): RegExp {
  const edges = pattern.replaceAll('\\m', '(?<![а-яёА-ЯЁ])').replaceAll('\\M', '(?![а-яёА-ЯЁ])')
  return new RegExp(edges, 'g')
}

function forget(text: string, isShared: boolean): string {
  return text.replace(inJavaScript(namePattern('Заречная Ольга Петровна', isShared) ?? ''), '…')
}

test.each([
  ['приказ подписала Заречная Ольга Петровна', 'приказ подписала …'],
  ['были О. П. Заречная и завуч', 'были … и завуч'],
  ['были Заречная О.П., завуч', 'были …, завуч'],
  ['звонила Заречная', 'звонила …'],
  ['МБОУ «Заречнаяя СОШ»', 'МБОУ «Заречнаяя СОШ»'],
])('«%s» becomes «%s»', (text, left) => expect(forget(text, false)).toBe(left))

test('where somebody else has the surname, the bare surname stays', () => {
  expect(forget('Заречная и Заречная О. П.', true)).toBe('Заречная и …')
})

test('a person without a name has nothing to look for', () => expect(namePattern(' ', false)).toBeNull())
