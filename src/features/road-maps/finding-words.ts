import type { Finding, FindingCode } from '../../kernel/finding.ts'

/** What a finding says, to the author of the order and as help. */
type Sentence = { severity: Finding['severity']; message: string; advice: string }

type Place = Partial<Finding['where']>

export function finding(
  code: FindingCode,
  sentence: Sentence,
  where: Place = {},
  confidence: number | null = null,
): Finding {
  const place = { part: 'table', activity: null, column: null, row: null, ...where } as const
  return { code, ...sentence, where: place, confidence }
}

export function warning(message: string, advice: string): Sentence {
  return { severity: 'warning', message, advice }
}

export function note(message: string, advice: string): Sentence {
  return { severity: 'note', message, advice }
}

export function error(message: string, advice: string): Sentence {
  return { severity: 'error', message, advice }
}

/** The signed text itself is never changed by us. */
export const amend = 'Подписанный текст исправляется приказом о внесении изменений.'
