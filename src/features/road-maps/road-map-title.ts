import { inOneLine } from '../../paper/paper.ts'
import { personIn } from './persons.ts'

const opening =
  /^[«"]?(\p{L}{3,}(?:ый|ий|ая|ое|ой)\s+){0,3}(дорожная карта|план|план-график|комплекс (мер|мероприятий)|программа|перечень (\p{L}+\s+)?(мероприятий|поручений)|мероприятия|график|(план-)?циклограмма)(?!\p{L})/iu
const approval = /^(приложение|утвержд|приказом|к приказу|от\s*[«"]?\d|№|г\.\s|согласован)/iu

/** The heading above a road map's table: from the words that name a plan down to the table. */
export function roadMapTitle(linesAbove: string[]): string | null {
  const lines = linesAbove.map(inOneLine)
  const nearest = lines.findLastIndex((line) => line !== '' && !isBesideTitle(line))
  for (let at = nearest; at >= Math.max(0, nearest - 15); at--) {
    const line = lines[at] ?? ''
    if (opening.test(line.replace(/^(\p{L}\s){3,}\p{L}(?!\p{L})/u, (spaced) => spaced.replaceAll(' ', '')))) {
      return inOneLine(lines.slice(at, nearest + 1).join(' '))
    }
    if (approval.test(line) || /^\d+\.\s/.test(line)) break
  }
  return null
}

/** Without such words, the lines that stand directly above a table are its heading, where they name its year. */
export function headingAbove(linesAbove: string[]): string | null {
  const lines = linesAbove.map(inOneLine)
  const nearest = lines.findLastIndex((line) => line !== '' && !isBesideTitle(line))
  const before = lines.slice(0, nearest + 1)
  const own = before.slice(before.findLastIndex((line) => line === '' || approval.test(line)) + 1)
  const text = inOneLine(own.join(' '))
  const isHeading = own.length > 0 && own.length <= 4 && text.length <= 300 && /^[\p{Lu}«"\d]/u.test(text)
  const isOther = own.some(
    (line) => /(?<!(?<!\p{L})гг?)\.$|[:;,]$/u.test(line) || /^\d+\.\s/.test(line) || personIn(line) !== null,
  )
  return isHeading && !isOther && /(?<!\d|\.)20\d\d(?!\d)/.test(text) ? text : null
}

/** «Наставник: …», «Срок реализации: …», a ruler: what stands between a title and its table. */
function isBesideTitle(line: string): boolean {
  return /^\p{Lu}[\p{L} ]{2,40}:\s/u.test(line) || /^[^\p{L}\d]+$/u.test(line)
}
