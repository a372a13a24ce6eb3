import { inOneLine } from '../../paper/paper.ts'

const opening =
  /^[«"]?(\p{L}{3,}(?:ый|ий|ая|ое|ой)\s+){0,3}(дорожная карта|план|план-график|комплекс (мер|мероприятий)|программа|перечень мероприятий|мероприятия|график|(план-)?циклограмма)(?!\p{L})/iu
const approval = /^(приложение|утвержд|приказом|к приказу|от\s*[«"]?\d|№|г\.\s|согласован)/iu

/** The heading above a road map's table: from the words that name a plan down to the table. */
export function roadMapTitle(linesAbove: string[]): string | null {
  const lines = linesAbove.map(inOneLine)
  const nearest = lines.findLastIndex((line) => line !== '' && !isBesideTitle(line))
  for (let at = nearest; at >= Math.max(0, nearest - 15); at--) {
    const line = lines[at] ?? ''
    if (opening.test(line.replace(/^(\p{L}\s){4,}\p{L}/u, (spaced) => spaced.replaceAll(' ', '')))) {
      return inOneLine(lines.slice(at, nearest + 1).join(' '))
    }
    if (approval.test(line) || /^\d+\.\s/.test(line)) break
  }
  return null
}

/** «Наставник: …», «Срок реализации: …», a ruler: what stands between a title and its table. */
function isBesideTitle(line: string): boolean {
  return /^\p{Lu}[\p{L} ]{2,40}:\s/u.test(line) || /^[^\p{L}\d]+$/u.test(line)
}
