import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { inList, list, p, tbl, tc, tr, wordFile } from '../../test/harness/word-file.ts'
import { readPaperBytes } from './open-paper.ts'
import { PaperRefused } from './refusals.ts'

const sound = wordFile(
  p('Приказ', inList(1)) +
    tbl([tr(['№', 'Мероприятие'], '<w:tblHeader/>'), tr(['1', tc('а', '<w:vMerge w:val="restart"/>')])]),
  { numbering: list(1, [{ text: '%1.' }]) },
)

test('a file with damaged bytes is read or refused, never a fault of ours', async () => {
  const damage = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(damage, fc.nat(sound.length), async (changes, length) => {
      const bytes = Buffer.from(sound)
      for (const [at, value] of changes) bytes[at] = value
      await readsOrRefuses(bytes)
      await readsOrRefuses(bytes.subarray(0, length))
    }),
    { numRuns: 400 },
  )
})

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
