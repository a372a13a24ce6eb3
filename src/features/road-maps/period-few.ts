import { monthNumber, withNote } from './period-named.ts'
import { ahead, attempt, type Item, numeral, type Reader, senseAhead, span } from './period-reader.ts'
import { partUnit, type Unit } from './period-unit.ts'

/** «первые две недели марта», «последние 10 дней мая»: a count from one end of a month. */
export function firstFew(reader: Reader): Item[] | null {
  const side = senseAhead(reader)
  const isLast = side?.is === 'last'
  if (!isLast && !(side?.is === 'ordinal' && side.value === 1)) return null
  const word = ahead(reader)
  if (word?.is !== 'word' || !/[ыи][ех]$/u.test(word.text)) return null
  reader.at += 1
  const count = attempt(reader, numeral)
  const counted = senseAhead(reader)
  const length = counted?.is === 'counted' ? lengths.get(counted.what) : undefined
  if (count === null || count < 1 || length === undefined) return null
  reader.at += 1
  const month = attempt(reader, monthNumber)
  const days = count * length
  if (month === null || days > 28) return null
  const unit: Unit = withNote(isLast ? partUnit(month, 1 - days, 0) : partUnit(month, 1, days))
  return [span(unit, unit)]
}

const lengths = new Map<string, number>([
  ['day', 1],
  ['week', 7],
  ['decade', 10],
])
