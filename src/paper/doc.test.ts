import assert from 'node:assert/strict'
import { test } from 'vitest'
import { clubPaper } from '../../test/harness/club-papers.ts'
import { tablesOf, textsOf } from '../../test/harness/paper-texts.ts'
import { readDoc } from './doc.ts'

test('an old Word document is read with its automatic numbers, its tracked changes accepted', () => {
  const texts = textsOf(readDoc(clubPaper('doc'))).filter((block) => typeof block === 'string')
  assert.deepEqual(texts, [
    'План работы клуба «Маяк»',
    '1. Открыть клуб.',
    '2. Назначить совет.',
    'Начало весной',
    'Председатель совета',
  ])
})

test('its table keeps the head, the widths of cells and what is merged down', () => {
  const [table] = tablesOf(readDoc(clubPaper('doc')))
  assert.deepEqual(
    table?.rows.slice(0, 4).map((row) => row.cells.map((cell) => cell.text)),
    [
      ['№ п/п', 'Мероприятие', 'Срок', 'Исполнитель'],
      ['1. Для всех'],
      ['1.1', 'Встреча совета', 'март 2026', 'Школьный совет'],
      ['1.2', 'Поход\nк маяку', 'май 2026', 'Школьный совет'],
    ],
  )
  assert.equal(table?.rows.length, 34)
  assert.equal(table?.rows[0]?.isHeader, true)
  assert.equal(table?.rows[1]?.cells[0]?.colSpan, 4)
  assert.equal(table?.rows[2]?.cells[0]?.isAutoNumbered, true)
  assert.equal(table?.rows[3]?.cells[3]?.isMergedDown, true)
})

test('a document that is cut off, locked or older than Word 97 is refused in its own words', () => {
  assert.throws(() => readDoc(clubPaper('doc').subarray(0, 9000)), { reason: 'damaged' })
  assert.throws(() => readDoc(withHeader(0x0a, 0x0100)), { reason: 'encrypted' })
  assert.throws(() => readDoc(withHeader(0x02, 0x0065)), { reason: 'old-doc' })
})

/** The document with one word of its header changed. */
function withHeader(place: number, value: number): Uint8Array {
  const file = Buffer.from(clubPaper('doc'))
  file.writeUInt16LE(value, file.indexOf(Buffer.from('eca5', 'hex')) + place)
  return file
}
