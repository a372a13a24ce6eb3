import type { ParseAnswer } from '../../src/features/road-maps/order.ts'
import { understandOrder } from '../../src/features/road-maps/understand-order.ts'
import { readText } from '../../src/paper/text.ts'

/** Understands a text that begins with an empty line. */
export function read(text: string): ParseAnswer {
  return understandOrder(readText(Buffer.from(text.slice(1))), { year: null })
}

export function columnsOf(answer: ParseAnswer): string[] {
  return answer.roadMap?.columns.map(({ role }) => role) ?? []
}

function activitiesOf(answer: ParseAnswer) {
  return answer.roadMap?.sections.flatMap((section) => section.activities) ?? []
}

export function heldOf(answer: ParseAnswer): string[] {
  return activitiesOf(answer).map(({ heldBy }) => heldBy)
}

export function proofsOf(answer: ParseAnswer): string[] {
  return activitiesOf(answer).map(({ proof }) => proof.join('+'))
}

/** section | number | title | windows or recurrence | executors | result | groups */
export function rowsOf(answer: ParseAnswer): string[] {
  const sections = answer.roadMap?.sections ?? []
  return sections.flatMap((section) =>
    section.activities.map(({ number, title, period, executors, expectedResult, targetGroups }) => {
      const windows = (period?.windows ?? []).map(({ start, end }) => `${start ?? ''}…${end ?? ''}`).join(', ')
      const term = windows === '' ? (period?.recurrence ?? period?.kind ?? '') : windows
      const cells = [
        number ?? '—',
        title,
        term,
        executors?.names.join(', ') ?? '',
        expectedResult ?? '',
        targetGroups.join(', '),
      ]
      return [section.number ?? '—', ...cells].join(' | ').trim()
    }),
  )
}

export function codesOf(answer: ParseAnswer): string[] {
  return answer.findings
    .map(({ code, where }) => (where.activity === null ? code : `${code} ${where.activity}`))
    .toSorted()
}
