import { readFigures } from './period-figures.ts'
import { phrase } from './period-phrases.ts'
import { ahead, attempt, type Item, type Reader, senseAhead, skipMarks } from './period-reader.ts'
import { recurrence } from './period-recurrence.ts'
import { writtenOut } from './period-shorthand.ts'
import { spans } from './period-spans.ts'
import { spell } from './period-spelling.ts'
import { type Token, tokensOf } from './period-tokens.ts'
import { isMonthGenitive } from './period-words.ts'

/** Everything a term says, in its order, before years are known; `slips` names the words read with a letter mended. */
export function itemsOf(text: string): { items: Item[]; slips: string[] } {
  const { tokens, slips } = spell(tokensOf(writtenOut(text)))
  return { items: items(readFigures(tokens)), slips }
}

function items(tokens: Token[]): Item[] {
  const reader: Reader = { tokens, at: 0, lists: new Map() }
  const said: Item[] = []
  let depth = 0
  while (reader.at < tokens.length) {
    if (skipMarks(reader, '(')) depth += 1
    else if (skipMarks(reader, ')')) depth = Math.max(0, depth - 1)
    else if (depth === 0 && isListMark(reader)) reader.at += 2
    else for (const item of next(reader, depth > 0)) said.push(depth > 0 ? { ...item, inBrackets: true } : item)
  }
  return said
}

function next(reader: Reader, inBrackets: boolean): Item[] {
  const found = attempt(reader, recurrence) ?? attempt(reader, spans) ?? attempt(reader, phrase)
  if (found) return found
  const token = ahead(reader)
  const sense = senseAhead(reader)
  reader.at += 1
  if (token?.is === 'mark') return mark(token.text)
  if (token?.is === 'time' || sense?.is === 'filler' || sense?.is === 'lifetime') return []
  if (sense?.is === 'further' || sense?.is === 'rough') return [{ is: sense.is }]
  return [{ is: 'unknown', raw: token?.raw ?? '', inBrackets }]
}

/** «1) март 2) май», «1. Март 2. Май» */
function isListMark(reader: Reader): boolean {
  const [label, end, after] = [ahead(reader), ahead(reader, 1), ahead(reader, 2)]
  if (end?.is !== 'mark') return false
  const isShort = label?.is === 'number' ? label.width <= 2 : label?.is === 'word' && label.text.length === 1
  if (end.text === ')') return isShort
  return (
    end.text === '.' &&
    label?.is === 'number' &&
    isShort &&
    after?.spaced === true &&
    !isMonthGenitive(senseAhead(reader, 2))
  )
}

function mark(text: string): Item[] {
  if (text === ':') return [{ is: 'colon' }]
  if (text === '?') return [{ is: 'unknown', raw: '?' }]
  return text === '-' || text === '/' ? [] : [{ is: 'stop' }]
}
