import { type Day, dotted } from '../../kernel/day.ts'
import type { WrittenBlock } from '../../paper/written.ts'
import type { MapRow, MapRowChange } from './correction.ts'

type Amendment = {
  title: string
  order: { number: string | null; date: Day | null }
  correction: { reason: string; basis: string }
  changes: readonly MapRowChange[]
}

/** The draft «приказ о внесении изменений»: each row in its new wording, its number and date left to the office. */
export function amendingOrder({ title, order, correction, changes }: Amendment): WrittenBlock[] {
  const named = orderWords(order)
  const clauses = changes.map((change, index) => `1.${index + 1}. ${clauseOf(change)}`)
  const basis = correction.basis === '' ? '' : ` (основание: ${correction.basis})`
  return [
    { text: 'ПРОЕКТ', align: 'right' },
    { text: 'ПРИКАЗ', align: 'center', isBold: true },
    { text: 'от ____________ № ______', align: 'center' },
    { text: '' },
    { text: `О внесении изменений в ${named}`, align: 'center', isBold: true },
    { text: '' },
    { text: `В связи с тем, что ${lowered(correction.reason)}${basis}, ПРИКАЗЫВАЮ:`, align: 'both' },
    { text: `1. Внести в дорожную карту «${title}», утверждённую ${named}, следующие изменения:`, align: 'both' },
    ...clauses.map((text): WrittenBlock => ({ text, align: 'both' })),
    {
      text: '2. Довести изменения до руководителей общеобразовательных организаций — участников дорожной карты.',
      align: 'both',
    },
    { text: '3. Контроль за исполнением настоящего приказа оставляю за собой.', align: 'both' },
    { text: '' },
    { text: 'Руководитель ____________________ (____________________)' },
  ]
}

/** What the amending order says of one row, in the manner of such orders: «строку 1.4 изложить в следующей редакции: …». */
export function clauseOf(change: MapRowChange): string {
  if (change.kind === 'removed') return `${rowName(change.before)} исключить.`
  if (change.kind === 'added') {
    const section = change.after.sectionNumber ? `раздел ${change.after.sectionNumber} ` : ''
    return `${section}дополнить строкой следующего содержания: ${wordingOf(change.after)}.`
  }
  return `${rowName(change.before)} изложить в следующей редакции: ${wordingOf(change.after)}.`
}

function rowName(row: MapRow): string {
  return row.number ? `строку ${row.number}` : `строку «${row.title}»`
}

function wordingOf({ number, title, period, executors, expectedResult, targetGroups }: MapRow): string {
  const cells = [
    `${number ? `${number} ` : ''}${title}`,
    period?.text ? `срок: ${period.text}` : '',
    executors?.text ? `исполнители: ${executors.text}` : '',
    expectedResult ? `ожидаемый результат: ${expectedResult}` : '',
    targetGroups.length > 0 ? `целевая группа: ${targetGroups.join(', ')}` : '',
  ]
  return `«${cells.filter((cell) => cell !== '').join('; ')}»`
}

function orderWords({ number, date }: Amendment['order']): string {
  return `приказ${date ? ` от ${dotted(date)}` : ''}${number ? ` № ${number}` : ''}`
}

function lowered(text: string): string {
  const plain = text.replace(/[.\s]+$/, '')
  return /^\p{Lu}\p{Lu}/u.test(plain) ? plain : plain.charAt(0).toLowerCase() + plain.slice(1)
}
