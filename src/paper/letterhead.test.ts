import { describe, expect, test } from 'vitest'
import { letterheadFile, usualLetterhead, withPart } from '../../test/harness/letterhead-file.ts'
import { textsOf } from '../../test/harness/paper-texts.ts'
import { readDocx } from './docx.ts'
import { fillLetterhead, type LetterheadFilling } from './fill-letterhead.ts'
import { faultsOfLetterhead, MAIN, openLetterhead } from './letterhead.ts'
import { openArchive } from './unzip.ts'
import { plainTable } from './written.ts'

const filling: LetterheadFilling = {
  fields: {
    вид: '',
    заголовок: 'О «школах» <и> & прочем',
    номер: '31',
    дата: '13.02.2024',
    место: '',
    адресат: 'Директору\nА.Б. Ветровой',
    должность: 'Начальник',
    подписант: 'Д.А. Галкин',
    исполнитель: '',
  },
  addressees: [{ text: 'Всем школам' }],
  heading: [{ text: 'О «школах»' }],
  body: [{ text: 'Просим сообщить.' }, plainTable(['№', 'Школа'], [['1', 'Берёзовская']])],
  signature: [{ text: 'Подписано ниже' }],
  annexes: [{ orientation: 'landscape', size: 12, lines: 1, blocks: [plainTable(['№'], [['1.1']])] }],
}

const faults = (file: Uint8Array) => faultsOfLetterhead(openLetterhead(file))
const filled = (file: Uint8Array) => textsOf(readDocx(fillLetterhead(file, filling))).filter((one) => one !== '')

test('a letterhead keeps its own words, and the paper stands in its fields', () => {
  const file = letterheadFile(usualLetterhead)
  expect(faults(file)).toEqual([])
  expect(filled(file)).toEqual([
    'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЗАРЕЧНОГО ОКРУГА',
    'ул. Школьная, 1, тел. 2-11-22',
    '13.02.2024 № 31',
    'Директору\nА.Б. Ветровой',
    'О «школах» <и> & прочем',
    'Просим сообщить.',
    [
      ['№', 'Школа'],
      ['1', 'Берёзовская'],
    ],
    'Начальник        Д.А. Галкин',
    [['№'], ['1.1']],
  ])
})

test('a field that Word has torn into runs is one field', () => {
  const torn = withPart(letterheadFile(['{текст}', 'Дело № {номер} от {дата}.']), MAIN, (xml) =>
    xml.replace(
      '{номер} от',
      'от{</w:t></w:r><w:r><w:t>ном</w:t></w:r><w:r><w:t>ер}</w:t></w:r><w:r><w:t xml:space="preserve"> от',
    ),
  )
  expect(faults(torn)).toEqual([])
  expect(filled(torn)).toContain('Дело № от31 от 13.02.2024.')
})

test('where the letterhead has no place for heading and signature, they stand with the text', () => {
  const [own, whom, heading, text] = filled(letterheadFile(['Шапка', '{текст}']))
  expect([own, whom, heading, text]).toEqual(['Шапка', 'Всем школам', 'О «школах»', 'Просим сообщить.'])
  expect(filled(letterheadFile(['{текст}']))).toContain('Подписано ниже')
})

test('an order says that it is one: in its field, above its heading, or by the letterhead’s own words', () => {
  const order = { ...filling, fields: { ...filling.fields, вид: 'ПРИКАЗ' } }
  const on = (lines: string[]) =>
    textsOf(readDocx(fillLetterhead(letterheadFile(lines), order))).filter((one) => one !== '')
  expect(on(['Шапка', '{заголовок}', '{текст}']).slice(0, 3)).toEqual(['Шапка', 'ПРИКАЗ', order.fields.заголовок])
  expect(on(['Шапка', '{текст}'])[1]).toBe('ПРИКАЗ')
  expect(on(['Шапка', 'Приказ', '{текст}']).slice(0, 2)).toEqual(['Шапка', 'Приказ'])
  expect(on(['{вид} по управлению', '{текст}'])[0]).toBe('ПРИКАЗ по управлению')
  expect(filled(letterheadFile(['Шапка', '{заголовок}', '{текст}']))).not.toContain('ПРИКАЗ')
})

test('annexes come on pages of their own, which the letterhead does not enter', () => {
  const archive = openArchive(fillLetterhead(letterheadFile(usualLetterhead), filling))
  const xml = Buffer.from(archive.read(MAIN)).toString()
  expect(xml.match(/<w:sectPr/g)).toHaveLength(2)
  expect(xml.lastIndexOf('w:orient="landscape"')).toBeGreaterThan(xml.indexOf('Д.А. Галкин'))
  expect(archive.names).toContain('word/opora-header.xml')
})

describe('is refused with the place of the fault', () => {
  test.each([
    [['{текст}', 'Дата {дата'], 'broken-field', 2],
    [['{текст}', 'Дата дата}'], 'broken-field', 2],
    [['{текст}', '{дата рождения}'], 'unknown-field', 2],
    [['{текст}', '{#школы}', '{/школы}'], 'loop', 2],
    [['{текст}', '{@raw}'], 'loop', 2],
    [['Просим: {текст}'], 'text-not-alone', 1],
    [['{номер}'], 'no-text', null],
    [['{текст}', '{текст}'], 'text-twice', null],
  ] as const)('%j', (lines, code, paragraph) => {
    expect(faults(letterheadFile(lines))[0]).toMatchObject({ code, paragraph, part: 'text' })
  })

  test('macros, outside things and files inside', () => {
    const good = letterheadFile(['{текст}'])
    const code = (file: Uint8Array) => faults(file).map((one) => one.code)
    expect(code(withPart(good, 'word/vbaProject.bin', () => 'x'))).toEqual(['macro'])
    expect(
      code(
        withPart(good, '[Content_Types].xml', (xml) =>
          xml.replace('document.main+xml', 'document.macroEnabled.main+xml'),
        ),
      ),
    ).toEqual(['macro'])
    expect(code(withPart(good, 'word/embeddings/object.bin', () => 'x'))).toEqual(['embedded'])
    const outside = '<Relationship Id="rId9" Type="x/image" Target="http://example.test/a.png" TargetMode="External"/>'
    const reached = withPart(good, 'word/_rels/document.xml.rels', (xml) =>
      xml.replace('</Relationships>', `${outside}</Relationships>`),
    )
    expect(faults(reached)).toMatchObject([{ code: 'outside', near: 'http://example.test/a.png' }])
    expect(code(withPart(good, MAIN, (xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')))).toEqual([
      'outside',
    ])
  })
})
