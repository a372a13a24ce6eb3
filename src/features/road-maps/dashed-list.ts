import { inOneLine } from '../../paper/paper.ts'
import { sideOf } from './executors.ts'
import { type ListedActivity, type ListedPlan, listedPlanOf } from './listed-plan.ts'
import { personIn } from './persons.ts'
import { roadMapTitle } from './road-map-title.ts'
import { isWholeTerm } from './section-term.ts'

const mark = /^(?:(\d{1,2}(?:\.\d{1,2})*)[.)]\s*|[-–—•*·]\s+)/
/** A list whose items say what, when and who between dashes: «Ёлка – 25 декабря – Зимина А.А.»; null where there are fewer than two. */
export function dashedList(lines: string[]): ListedPlan | null {
  const items = lines.map((line, at) => itemOf(inOneLine(line), at))
  const first = items.findIndex((item) => item !== null)
  const rows = items.filter((item) => item !== null)
  const title = roadMapTitle(lines.slice(0, Math.max(first, 0)))
  const marked = lines.slice(Math.max(first, 0)).filter((line) => mark.test(inOneLine(line)))
  if (rows.length < 2 || title === null || rows.length * 2 < marked.length) return null
  const message = 'Таблицы в документе нет: мероприятия, сроки и исполнители отделены друг от друга тире.'
  return listedPlanOf(title, rows, { message, confidence: 0.6 })
}

function itemOf(line: string, at: number): ListedActivity | null {
  const [marked = '', number = null] = mark.exec(line) ?? []
  if (marked === '') return null
  const parts = partsOf(line.slice(marked.length))
  const term = parts.findLastIndex((part, index) => index > 0 && isWholeTerm(part))
  if (term < 1) return null
  const rest = parts.slice(1).filter((_, index) => index !== term - 1)
  const isNamed = rest.every((part) => personIn(part) !== null || sideOf(part) !== null || term < parts.length - 1)
  if (rest.length > 1 || !isNamed) return null
  return {
    number,
    title: parts[0] ?? '',
    period: parts[term] ?? '',
    executors: rest[0] ?? '',
    result: '',
    lines: { from: at, to: at + 1 },
  }
}

/** Parts between semicolons or, where there are none, between dashes; «февраль – май» stays one part. */
function partsOf(text: string): string[] {
  if (/;\s/.test(bare(text)))
    return bare(text)
      .split(/\s*;\s+/)
      .map(bare)
  const parts: string[] = []
  for (const part of text.split(/\s+[–—-]\s+|\t+/).map(bare)) {
    const last = parts.at(-1)
    const whole = `${last} – ${part}`
    if (parts.length > 1 && last !== undefined && isWholeTerm(last) && isWholeTerm(whole)) parts.splice(-1, 1, whole)
    else parts.push(part)
  }
  return parts
}

function bare(text: string): string {
  return text.replace(/[;,]$|(?<!\p{Lu})\.$/u, '').trim()
}
