import assert from 'node:assert/strict'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, test } from 'vitest'
import { p, tbl, tc, tr, wordFile } from '../../test/harness/word-file.ts'
import { limits } from './limits.ts'
import { openPaper, readPaperBytes } from './open-paper.ts'
import { PaperRefused, type RefusalReason, refusalFinding } from './refusals.ts'
import { kindOf, type PaperKind } from './sniff.ts'
import { zip } from './zip.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-paper-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a file is known by its content, whatever its name says', async () => {
  const kinds: [PaperKind, Uint8Array | string][] = [
    ['image', '\xff\xd8\xff\xe0 photo'],
    ['image', '\x89PNG\r\n'],
    ['pdf', '%PDF-1.7 …'],
    ['rtf', '{\\rtf1 …}'],
    ['html', '<!DOCTYPE html><html></html>'],
    ['word-xml', '<?xml version="1.0"?><w:wordDocument/>'],
    ['html', '<table border="1"><tr><td>1</td></tr></table>'],
    ['html', '\ufeff<!-- export -->\n<html xmlns:o="urn:schemas-microsoft-com:office:office">'],
    ['html', '<?xml version="1.0"?><!DOCTYPE html><html/>'],
    ['html', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="a"\r\n\r\n--a'],
    ['html', Buffer.from('\ufeff<html></html>', 'utf16le')],
    ['archive', 'Rar!\x1a\x07'],
    ['xlsb', zip({ '[Content_Types].xml': '', 'xl/workbook.bin': '' })],
    ['slides', zip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' })],
    ['slides', zip({ mimetype: 'application/vnd.oasis.opendocument.presentation' })],
    ['slides', container('PowerPoint Document')],
    ['text', Buffer.from('From: школа\r\n№;Срок')],
    ['archive', zip({ 'order.txt': 'приказ' })],
    ['xlsx', zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' })],
    ['odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text' })],
    ['ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })],
    ['doc', container('WordDocument')],
    ['xls', container('Workbook')],
    ['encrypted', container('EncryptedPackage')],
    ['unknown', container('VisioDocument')],
    ['damaged', container('Root Entry')],
    ['unknown', '\x00\x01\x02\x03'],
    ['damaged', wordFile(p('Приказ')).subarray(0, 300)],
  ]
  for (const [kind, content] of kinds)
    assert.equal(kindOf(typeof content === 'string' ? Buffer.from(content, 'latin1') : content), kind)
  assert.equal(await refusal(''), 'empty')
  assert.equal(await refusal('{\\rtf1 …}'), 'rtf')
})

test('every refusal says what happened and what to do', async () => {
  const finding = refusalFinding('encrypted')
  assert.equal(finding.code, 'unsupported-format')
  assert.equal(finding.severity, 'error')
  assert.match(finding.message, /паролем/)
  assert.match(finding.advice, /снимите защиту/)
  assert.equal(refusalFinding('bomb').code, 'unsafe-file')
})

test('a document without a word is refused, and one of pictures is called so', async () => {
  assert.equal(await refusal('\n \n'), 'no-text')
  assert.equal(await refusal(wordFile(p(''))), 'no-text')
  assert.equal(await refusal(wordFile(p(''), { parts: { 'word/media/image1.png': 'снимок' } })), 'only-pictures')
})

test('a part that inflates beyond all measure is not inflated', async () => {
  const bomb = zip({ 'word/document.xml': Buffer.alloc(3 * 1024 * 1024, 'A') })
  assert.equal(await refusal(bomb), 'bomb')
  const many = Buffer.alloc(limits.inflatedBytes + 4)
  for (let at = 0; at < many.length; at += 4) many.writeUInt32LE((at * 2654435761) >>> 0, at)
  assert.equal(await refusal(zip({ 'word/document.xml': many })), 'bomb')
})

test('a directory that lies about a size is caught at the first byte too many', async () => {
  const file = Buffer.from(wordFile(p('Приказ'.repeat(500))))
  const name = file.lastIndexOf('word/document.xml')
  file.writeUInt32LE(100, name - 46 + 24)
  assert.equal(await refusal(file), 'bomb')
})

test('a part whose content is not what the directory promised is damage', async () => {
  const file = Buffer.from(wordFile(p('Приказ')))
  const name = file.lastIndexOf('word/document.xml')
  file.writeUInt32LE(crc32('другое'), name - 46 + 16)
  assert.equal(await refusal(file), 'damaged')
})

test('parts that share bytes or a name are refused', async () => {
  const file = Buffer.from(zip({ 'word/document.xml': 'один', 'word/styles.xml': 'два' }))
  const second = file.lastIndexOf('word/styles.xml')
  file.writeUInt32LE(0, second - 46 + 42)
  assert.equal(await refusal(file), 'bomb')
  const same = Buffer.from(
    zip({ 'word/a.xml': 'один', 'word/b.xml': 'два' }).map((byte, index, all) => {
      return byte === 0x62 && all[index - 1] === 0x2f ? 0x61 : byte
    }),
  )
  assert.equal(await refusal(same), 'entities')
})

test('a document that declares entities is refused before they are read', async () => {
  const declared =
    '<!DOCTYPE w [<!ENTITY a "b">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
  assert.equal(await refusal(zip({ 'word/document.xml': declared })), 'entities')
  const late = `<?xml version="1.0"?>${' '.repeat(5000)}${declared}`
  assert.equal(await refusal(zip({ 'word/document.xml': late })), 'entities')
})

test('nesting and widths beyond those of documents are refused', async () => {
  const deep = '<w:sdt>'.repeat(500) + '</w:sdt>'.repeat(500)
  assert.equal(await refusal(wordFile(deep)), 'overgrown')
  assert.equal(await refusal(wordFile(tbl([tr([tc('а', '<w:gridSpan w:val="2000000000"/>'), 'б'])]))), 'overgrown')
  const wide = tr(Array.from({ length: 600 }, () => 'а'))
  assert.equal(await refusal(wordFile(tbl([wide, wide]))), 'overgrown')
})

test('links to places outside the file are not followed', async () => {
  const outside =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="x/officeDocument" Target="http://example.org/" TargetMode="External"/></Relationships>'
  assert.equal(await refusal(zip({ '_rels/.rels': outside, 'word/other.xml': '' })), 'damaged')
})

test('a huge file is refused by its size, unread', async () => {
  const huge = join(folder, 'huge.docx')
  await writeFile(huge, 'PK')
  await truncate(huge, 200 * 1024 * 1024)
  await assert.rejects(openPaper(huge), { reason: 'too-big' })
  await assert.rejects(openPaper(folder), { reason: 'not-a-file' })
  await assert.rejects(openPaper(join(folder, 'nowhere.docx')), { reason: 'missing' })
})

test('text is read in the encodings that offices save it in', async () => {
  const windows = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xea, 0xe0, 0xe7])
  const dos = Uint8Array.from([0x8f, 0xe0, 0xa8, 0xaa, 0xa0, 0xa7])
  const unix = Uint8Array.from([0xf0, 0xd2, 0xc9, 0xcb, 0xc1, 0xda])
  for (const bytes of [
    Buffer.from('Приказ'),
    Buffer.from('\ufeffПриказ'),
    Buffer.from('\ufeffПриказ', 'utf16le'),
    windows,
    dos,
    unix,
  ]) {
    assert.deepEqual((await readPaperBytes(bytes)).blocks, [{ kind: 'paragraph', text: 'Приказ' }])
  }
})

async function refusal(content: Uint8Array | string): Promise<RefusalReason | 'read'> {
  try {
    await readPaperBytes(typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
    return 'read'
  } catch (error) {
    if (error instanceof PaperRefused) return error.reason
    throw error
  }
}

/** The old container of Word and Excel, as far as its stream names go. */
function container(stream: string): Uint8Array {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ])
}
