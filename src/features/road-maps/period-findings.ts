import type { Finding, FindingCode } from '../../kernel/finding.ts'

type Words = { severity: Finding['severity']; message: string; advice: string }

/** What a reader of the term is told: every sentence says what was understood and what to write instead. */
function periodFinding(code: FindingCode, words: Words): Finding {
  return { code, ...words, where: { part: 'table', activity: null, column: null, row: null }, confidence: null }
}

export function nothingUnderstood(text: string): Finding {
  const isEmpty = text.trim() === ''
  return periodFinding('period-not-understood', {
    severity: 'error',
    message: isEmpty ? 'Срок не указан.' : `Срок «${shortened(text)}» не удалось прочитать.`,
    advice: 'Напишите месяцы или даты, например «февраль – апрель 2024 г.» или «до 15 мая 2024 г.».',
  })
}

export function tooLong(limit: number): Finding {
  return periodFinding('period-not-understood', {
    severity: 'error',
    message: `Срок длиннее ${limit} знаков и не прочитан.`,
    advice: 'Оставьте в графе только срок, а пояснения перенесите в содержание мероприятия.',
  })
}

export function partNotUnderstood(part: string): Finding {
  return periodFinding('period-not-understood', {
    severity: 'warning',
    message: `Часть срока не прочитана: «${shortened(part)}».`,
    advice: 'Проверьте, что понято остальное, и при необходимости уточните срок.',
  })
}

export function noSuchDay(part: string): Finding {
  return periodFinding('period-not-understood', {
    severity: 'error',
    message: `«${shortened(part)}»: такого срока нет в календаре.`,
    advice: 'Проверьте число, месяц и год.',
  })
}

export function withoutYear(): Finding {
  return periodFinding('period-without-year', {
    severity: 'warning',
    message: 'В сроке не назван год, и взять его неоткуда.',
    advice: 'Допишите год, например «март 2024 г.», или укажите год плана.',
  })
}

export function approximateWords(): Finding {
  return approximate('note', 'Срок назван приблизительно: ему поставлены в соответствие точные даты.')
}

export function roughWords(): Finding {
  return approximate('note', 'Срок назван ориентировочно: он понят так, как написан.')
}

export function readAs(reading: string): Finding {
  return approximate('note', `Срок можно прочитать по-разному: ${reading}.`)
}

export function doubtfulReading(reading: string): Finding {
  return approximate('warning', `Срок можно прочитать по-разному: ${reading}.`)
}

export function mendedWords(slips: string[]): Finding {
  return approximate('note', `В сроке исправлены опечатки: ${slips.join(', ')}.`)
}

function approximate(severity: Finding['severity'], message: string): Finding {
  return periodFinding('period-approximate', {
    severity,
    message,
    advice: 'Если имелось в виду другое, напишите точные даты.',
  })
}

export function crossesYear(): Finding {
  return periodFinding('period-outside-year', {
    severity: 'warning',
    message: 'Срок переходит через декабрь: начало и конец отнесены к разным годам.',
    advice: 'Напишите год у каждого месяца, например «сентябрь 2023 г. – май 2024 г.».',
  })
}

export function schoolYearOfCalendarYear(): Finding {
  return periodFinding('period-outside-year', {
    severity: 'warning',
    message: 'Назван учебный год, а известен только календарный: взят учебный год, который в нём начинается.',
    advice: 'Напишите оба года, например «2023/2024 учебный год».',
  })
}

export function yearsOutOfOrder(): Finding {
  return periodFinding('period-outside-year', {
    severity: 'warning',
    message: 'Месяцы перечислены через декабрь, а год назван один: соседний год взят по порядку месяцев.',
    advice: 'Напишите год у каждого срока.',
  })
}

const LONGEST_QUOTE = 80

function shortened(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim()
  return plain.length <= LONGEST_QUOTE ? plain : `${[...plain].slice(0, LONGEST_QUOTE).join('')}…`
}
