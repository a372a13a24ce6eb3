import {
  ahead,
  attempt,
  type Item,
  isMarkAhead,
  isWordAhead,
  numeral,
  type Reader,
  rawSince,
  senseAhead,
  skipCounted,
  skipMarks,
  skipRun,
  skipSense,
  skipWords,
  yearTail,
} from './period-reader.ts'

/** Terms that name no days: «постоянно», «по графику», «по мере необходимости», «в течение месяца», «10 дней». */
export function phrase(reader: Reader): Item[] | null {
  return (
    attempt(reader, wholePeriod) ??
    attempt(reader, ongoing) ??
    attempt(reader, elsewhere) ??
    attempt(reader, label) ??
    attempt(reader, relative) ??
    attempt(reader, someMonth)
  )
}

/** весь период, в течение всего срока реализации проекта */
function wholePeriod(reader: Reader): Item[] | null {
  skipRun(reader, 'в на за во течение течении протяжении протяжение ходе')
  const isWhole = skipSense(reader, 'whole')
  if (
    isWordAhead(reader, 'реализации') &&
    (isWhole || hasDuration(reader)) &&
    isWordAhead(reader, 'проекта программы', 1)
  ) {
    swallow(reader)
    return [{ is: 'ongoing' }]
  }
  skipRun(reader, 'отчетного отчетный отчетном')
  if (!skipSense(reader, 'lifetime')) return null
  const isNamed = isWordAhead(reader, 'реализации действия проекта программы')
  if (!isWhole && !isNamed) return null
  if (isMarkAhead(reader, ':') || (!isWhole && !hasDuration(reader))) return null
  swallow(reader)
  return [{ is: 'ongoing' }]
}

/** «Срок реализации – март» is a heading, «в течение срока реализации» an answer. */
function hasDuration(reader: Reader): boolean {
  return (
    isWordAhead(reader, 'в на течение течении протяжении период ходе', -1) ||
    isWordAhead(reader, 'в на течение течении протяжении', -2)
  )
}

function ongoing(reader: Reader): Item[] | null {
  if (!skipSense(reader, 'ongoing')) return null
  skipWords(reader, 'основе основа')
  return [{ is: 'ongoing' }]
}

const leads = 'по согласно соответствии при мере случае в на с под'
const MOST_ADJECTIVES = 5

/** по отдельному графику …, согласно плану …, по мере необходимости …, при наличии запросов … */
function elsewhere(reader: Reader): Item[] | null {
  const start = reader.at
  skipRun(reader, leads)
  if (skipSense(reader, 'fixed')) {
    swallow(reader)
    return [{ is: 'schedule' }]
  }
  if (reader.at === start) return null
  const isMeasured = isWordAhead(reader, 'мере', -1) || isWordAhead(reader, 'случае', -1)
  for (let steps = 0; steps <= MOST_ADJECTIVES; steps += 1) {
    const sense = senseAhead(reader, steps)
    if (isMarkAhead(reader, '.', steps) && steps > 0) continue
    if (ahead(reader, steps)?.is !== 'word') break
    if (sense?.is === 'schedule' || sense?.is === 'demand' || sense?.is === 'agreement') {
      reader.at += steps + 1
      swallow(reader)
      return [{ is: sense.is }]
    }
    if (sense && !['filler', 'whole', 'school', 'ongoing', 'label'].includes(sense.is)) break
  }
  const sense = senseAhead(reader)
  if (!isMeasured || ahead(reader)?.is !== 'word' || (sense && sense.is !== 'filler')) return null
  reader.at += 1
  swallow(reader)
  return [{ is: 'demand' }]
}

/** Moves past the words that say whose schedule or which need it is. */
function swallow(reader: Reader): void {
  for (;;) {
    if (isMarkAhead(reader, '-') && !ahead(reader)?.spaced && ahead(reader, 1)?.is === 'word') reader.at += 1
    const start = reader.at
    const isForYear = skipWords(reader, 'на') && yearTail(reader) !== null
    if (isForYear) continue
    reader.at = start
    const word = ahead(reader)
    const sense = senseAhead(reader)
    const isPartOfName =
      word?.is === 'word' &&
      (sense === null || ['schedule', 'demand', 'agreement', 'lifetime', 'label'].includes(sense.is))
    const isJoint =
      sense?.is === 'filler' && !isWordAhead(reader, 'в во с со до к не начиная после течение') && isNameAhead(reader)
    if (!isPartOfName && !isJoint) return
    reader.at += 1
  }
}

function isNameAhead(reader: Reader): boolean {
  const next = ahead(reader, 1)
  const sense = senseAhead(reader, 1)
  return (
    isWordAhead(reader, 'работы реализации проведения выполнения исполнения проекта программы организации') ||
    (next?.is === 'word' && (sense === null || sense.is === 'schedule' || sense.is === 'demand'))
  )
}

/** «1 этап:», «II этап –» */
function label(reader: Reader): Item[] | null {
  attempt(reader, numeral)
  if (!skipSense(reader, 'label')) return null
  skipMarks(reader, '-:')
  return []
}

/** «в течение 10 дней», «за 2 недели до», «через месяц»: counted from something the text does not date. */
function relative(reader: Reader): Item[] | null {
  const start = reader.at
  skipWords(reader, 'в во за')
  skipWords(reader, 'течение течении')
  const number = attempt(reader, numeral)
  if (number === null) return null
  skipWords(reader, 'рабочих календарных')
  const isCount = ['дня', 'дней', 'недель', 'недели', 'месяцев', 'месяца', 'часов', 'суток', 'дн', 'лет']
  const token = ahead(reader)
  if (token?.is !== 'word' || !isCount.includes(token.text)) return null
  reader.at += 1
  return [{ is: 'relative', raw: rawSince(reader, start) }]
}

/** «в течение месяца», «до конца недели»: which one, the text does not say. */
function someMonth(reader: Reader): Item[] | null {
  const start = reader.at
  skipRun(reader, 'в во на за до к по течение течении протяжении')
  skipSense(reader, 'edge')
  skipSense(reader, 'whole') || skipSense(reader, 'current') || skipSense(reader, 'next')
  skipSense(reader, 'school') || skipSense(reader, 'season')
  const isVague = (['month', 'week', 'quarter', 'term', 'half-year', 'day', 'decade', 'trimester'] as const).some(
    (what) => skipCounted(reader, what),
  ) // a list of literals
  const isVacation = !isVague && skipSense(reader, 'vacation')
  return isVague || isVacation ? [{ is: 'vague', raw: rawSince(reader, start) }] : null
}
