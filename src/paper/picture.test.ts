import { expect, test } from 'vitest'
import { heicPhoto, scanJpg, scanPng } from '../../test/harness/scan-file.ts'
import { pictureFault } from './picture.ts'

test('a whole picture may be shown', () => {
  expect(pictureFault(scanPng())).toBe(null)
  expect(pictureFault(scanJpg)).toBe(null)
})

test('a picture without its end is damaged', () => {
  const png = scanPng()
  expect(pictureFault(png.subarray(0, png.length - 20))).toBe('damaged-picture')
  expect(pictureFault(scanJpg.subarray(0, scanJpg.length - 10))).toBe('damaged-picture')
  expect(pictureFault(scanJpg.subarray(0, 3))).toBe('damaged-picture')
})

test('what a phone may hold back from browsers is named', () => {
  expect(pictureFault(heicPhoto)).toBe('heic')
  expect(pictureFault(Buffer.from('II*\0 a picture of a scanner'))).toBe('other-picture')
  expect(pictureFault(Buffer.alloc(0))).toBe('other-picture')
})

test('a picture of more dots than a browser draws is too large, however small its file', () => {
  const png = Buffer.from(scanPng())
  png.writeUInt32BE(30_000, 16)
  png.writeUInt32BE(30_000, 20)
  expect(pictureFault(png)).toBe('huge-picture')
})

test('whatever the bytes, there is an answer', () => {
  const sources = [scanPng(), scanJpg, heicPhoto]
  for (const source of sources) {
    for (let cut = 0; cut < Math.min(source.length, 400); cut++) {
      const bytes = Buffer.from(source.subarray(0, cut))
      if (cut > 4) bytes[(cut * 7) % cut] = (cut * 31) % 256
      expect(() => pictureFault(bytes)).not.toThrow()
    }
  }
})
