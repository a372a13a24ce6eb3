import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { clubPaper } from '../../test/harness/club-papers.ts'
import { odsFile, odtFile, otable, otr, tp } from '../../test/harness/open-document-file.ts'
import { pdfFile } from '../../test/harness/pdf-file.ts'
import { xlsxFile, xrow } from '../../test/harness/sheet-files.ts'
import { inList, list, p, tbl, tc, tr, wordFile } from '../../test/harness/word-file.ts'
import { readPaperBytes } from './open-paper.ts'
import { PaperRefused } from './refusals.ts'

const sound = wordFile(
  p('Приказ', inList(1)) +
    tbl([tr(['№', 'Мероприятие'], '<w:tblHeader/>'), tr(['1', tc('а', '<w:vMerge w:val="restart"/>')])]),
  { numbering: list(1, [{ text: '%1.' }]) },
)

const head = ['№', 'Мероприятие', 'Срок']
const files: [string, Uint8Array, number][] = [
  ['.docx', sound, 400],
  [
    '.odt',
    odtFile(`<text:list><text:list-item>${tp('Приказ')}</text:list-item></text:list>${otable([otr(head), otr(head)])}`),
    200,
  ],
  ['.ods', odsFile(otable([otr(head), otr(['1', 'а', 'б'])])), 200],
  ['.xlsx', xlsxFile({ sheets: [{ rows: xrow(1, head) + xrow(2, ['<c><v>1.1</v></c>', 'а', 'б']) }] }), 200],
  ['.csv', Buffer.from('№;Мероприятие;Срок\n1;"а";б\n2;в;г'), 200],
  ['.doc', clubPaper('doc'), 80],
  ['.pdf', pdfFile([[[60, 100, 'Приказ']]]), 60],
]
for (const [format, file, numRuns] of files) {
  test(`a ${format} with damaged bytes is read or refused, never a fault of ours`, async () => {
    const damage = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(file.length), async (changes, length) => {
        const bytes = Buffer.from(file)
        for (const [at, value] of changes) bytes[at] = value
        await readsOrRefuses(bytes)
        await readsOrRefuses(bytes.subarray(0, length))
      }),
      { numRuns },
    )
  })
}

test('whatever the XML inside a document is, reading it ends in blocks or a refusal', async () => {
  const piece = fc.constantFrom(
    '<w:p>',
    '</w:p>',
    '<w:tbl>',
    '</w:tbl>',
    '<w:tr>',
    '</w:tr>',
    '<w:tc>',
    '</w:tc>',
    '<w:tcPr><w:vMerge/></w:tcPr>',
    '<w:r><w:t>а</w:t></w:r>',
    '<w:del/>',
    '<w:ins>',
    '</w:ins>',
    '&amp;',
    '&x;',
    p('б'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), (pieces) => readsOrRefuses(wordFile(pieces.join('')))),
    { numRuns: 300 },
  )
})

test('any bytes and any text are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => readsOrRefuses(bytes)),
    { numRuns: 300 },
  )
  const line = fc.array(fc.constantFrom('\t', '|', '1.', '№', 'Мероприятие', '\n', ' ', '«', 'март', '2024'), {
    maxLength: 60,
  })
  await fc.assert(
    fc.asyncProperty(line, (words) => readsOrRefuses(Buffer.from(words.join('')))),
    { numRuns: 300 },
  )
})

async function readsOrRefuses(bytes: Uint8Array): Promise<void> {
  try {
    assert.ok((await readPaperBytes(bytes)).blocks.length >= 0)
  } catch (error) {
    assert.ok(error instanceof PaperRefused, String(error))
  }
}
