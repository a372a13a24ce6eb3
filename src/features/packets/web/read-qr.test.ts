import qrcode from 'qrcode-generator'
import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { addressOf, placeInPixels, placeOfAddress } from './read-qr.ts'

const place = { activityId: 'a', organisationId: 'b', window: { start: day(2024, 2, 1), end: day(2024, 4, 30) } }

test('the square of a printed row leads back to its row and window', () => {
  expect(placeOfAddress(addressOf('https://opora.example', place))).toEqual(place)
  const yearLong = { ...place, window: { start: null, end: null } }
  expect(placeOfAddress(addressOf('https://opora.example', yearLong))).toEqual(yearLong)
})

test('another square on the same page is none of ours', () => {
  expect(placeOfAddress('https://school.example.ru/')).toBeNull()
  expect(placeOfAddress('просто слова')).toBeNull()
})

test('a printed square is read out of a picture, an empty picture has none', async () => {
  const ids = {
    activityId: '01a215e8-1010-7d4f-aa96-0ac22cb84008',
    organisationId: '01a215e8-0fe2-7373-bac4-7c8c6844aa6b',
  }
  const printed = { ...place, ...ids }
  expect(await placeInPixels(pictureOf(addressOf('https://opora.example.ru', printed)))).toEqual(printed)
  const blank = { data: new Uint8ClampedArray(200 * 200 * 4).fill(255), width: 200, height: 200 }
  expect(await placeInPixels(blank)).toBeNull()
})

/** The square as a picture: black on white, with blank paper around it. */
function pictureOf(text: string) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const [dot, quiet] = [4, 8]
  const side = (code.getModuleCount() + 2 * quiet) * dot
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [row, column] = [Math.floor(y / dot) - quiet, Math.floor(x / dot) - quiet]
      const isInside = Math.min(row, column) >= 0 && Math.max(row, column) < code.getModuleCount()
      if (isInside && code.isDark(row, column)) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  }
  return { data, width: side, height: side }
}
