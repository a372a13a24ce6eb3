import { dotted } from '../../kernel/day.ts'
import type { Finding } from '../../kernel/finding.ts'
import type { ParseAnswer } from './order.ts'
import type { Decision, Understanding } from './understanding.ts'

/** The text of a draft «приказ о внесении изменений», a paragraph a line; empty where nothing was put into it. */
export function amendmentText(answer: ParseAnswer, understanding: Understanding): string {
  const decided = understanding.decisions.filter((one) => one.decision === 'amend')
  if (decided.length === 0) return ''
  const changes = decided.map((decision, index) => `${index + 1}) ${changeOf(decision, answer)}`)
  const order = orderWords(understanding)
  const title = answer.order?.title ? ` «${answer.order.title}»` : ''
  return [
    'ПРОЕКТ',
    understanding.authorityName,
    'ПРИКАЗ',
    'от ____________ № ______',
    `О внесении изменений в ${order}`,
    'ПРИКАЗЫВАЮ:',
    `1. Внести в ${order}${title} следующие изменения:`,
    ...changes.map((line, index) => `${line}${index === changes.length - 1 ? '.' : ';'}`),
    '2. Довести изменения до руководителей общеобразовательных организаций — участников дорожной карты.',
    `3. Контроль за исполнением настоящего приказа ${understanding.controllerText || 'оставляю за собой'}.`,
    signatoryOf(answer),
  ]
    .filter((line) => line !== '')
    .join('\n\n')
}

function changeOf({ finding: index, note }: Decision, answer: ParseAnswer): string {
  const finding = answer.findings[index]
  if (!finding) return note
  const wording = note ? `изложить в редакции: «${note}»` : '[впишите новую редакцию]'
  return `${placeOf(finding, answer)} ${wording} (основание: ${insideSentence(finding.message)})`
}

function placeOf({ where }: Finding, answer: ParseAnswer): string {
  if (where.part === 'order') return 'текст приказа'
  if (where.part === 'title') return 'название дорожной карты'
  const columns = answer.roadMap?.columns ?? []
  const header = columns.find((one) => one.role === where.column)?.header ?? where.column
  const row = where.activity ? `строку ${where.activity}` : where.row ? `строку ${where.row} таблицы` : 'таблицу'
  return `${row} дорожной карты${header ? `, графу «${header}»,` : ''}`
}

function orderWords({ orderNumber, orderDate }: Understanding): string {
  const date = orderDate ? ` от ${dotted(orderDate)}` : ''
  return `приказ${date}${orderNumber ? ` № ${orderNumber}` : ''}`
}

function signatoryOf(answer: ParseAnswer): string {
  return answer.order?.people.find((one) => one.role === 'signatory')?.text ?? ''
}

function insideSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/[.\s]+$/, '')
}
