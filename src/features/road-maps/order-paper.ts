import { type Day, dotted } from '../../kernel/day.ts'
import type { Clause } from '../../paper/document.ts'
import { genitiveOf } from '../../paper/genitive.ts'
import { plainTable, type WrittenBlock } from '../../paper/written.ts'
import { blankBody, type DraftPaper } from '../documents/document-body.ts'
import { controlClause, yearInWords } from '../programmes/paper.ts'
import type { ProgrammeFacts } from '../programmes/programme-facts.ts'
import { type RowChange, type RowWords, rowColumns, wordsIn } from './row-change.ts'

/** The order that puts a road map in force, with the map as its annex. */
export function roadMapOrder(
  facts: ProgrammeFacts,
  map: { title: string; blocks: WrittenBlock[]; participants: readonly string[] },
): DraftPaper {
  const { authority, coordinator, signatory } = facts
  const who = coordinator ? [coordinator.position, coordinator.name].filter(Boolean).join(', ') : '____________'
  const schools = map.participants.join(', ')
  return {
    kind: 'order',
    heading: `О сопровождении общеобразовательных организаций в ${yearInWords(facts)}`,
    body: {
      ...blankBody('order', authority.fullName),
      preamble: [
        `С целью обеспечения научно-методического сопровождения общеобразовательных организаций в рамках проекта «${facts.title}» в ${yearInWords(facts)}`,
      ],
      clauses: [
        { text: `Утвердить прилагаемую Дорожную карту${titleAfter(map.title)}.`, clauses: [] },
        {
          text: `Ответственный за комплексное сопровождение реализации мероприятий Дорожной карты: ${who}.`,
          clauses: [],
        },
        {
          text: `Руководителям общеобразовательных организаций: ${schools}, принять в работу Дорожную карту.`,
          clauses: [],
        },
        { text: controlClause(facts), clauses: [] },
      ],
      signatory,
      annexes: [{ orientation: 'landscape', approval: 'УТВЕРЖДЕНА', title: null, blocks: map.blocks }],
    },
  }
}

export type AmendedOrder = { number: string | null; date: Day | null; title: string }

/** «О внесении изменений»: each change in the words of an office, new rows in an annex. */
export function amendingOrder(facts: ProgrammeFacts, order: AmendedOrder, changes: readonly RowChange[]): DraftPaper {
  const named = `приказом ${genitiveOf(facts.authority.fullName)}${orderWords(order)}`
  const lines = changes.flatMap(linesOf)
  const added = changes.flatMap((change) => (change.kind === 'added' ? [change.after] : []))
  return {
    kind: 'order',
    heading: `О внесении изменений в приказ${orderWords(order)}`,
    body: {
      ...blankBody('order', facts.authority.fullName),
      preamble: [
        `В связи с уточнением мероприятий сопровождения общеобразовательных организаций в ${yearInWords(facts)}`,
      ],
      clauses: [
        {
          text: `Внести в Дорожную карту${titleAfter(order.title)}, утверждённую ${named}, следующие изменения:`,
          clauses: lines.map((line, index) => `${line}${index === lines.length - 1 ? '.' : ';'}`),
        },
        everyone,
        { text: controlClause(facts), clauses: [] },
      ],
      signatory: facts.signatory,
      annexes: added.length === 0 ? [] : [{ ...newRows, blocks: [tableOf(added)] }],
    },
  }
}

const everyone: Clause = {
  text: 'Довести изменения до руководителей общеобразовательных организаций — участников дорожной карты.',
  clauses: [],
}

const newRows = {
  orientation: 'landscape',
  approval: null,
  title: 'Строки, которыми дополнена Дорожная карта',
} as const

function orderWords({ number, date }: AmendedOrder): string {
  return `${date ? ` от ${dotted(date)}` : ''}${number ? ` № ${number}` : ''}`
}

/** «Дорожная карта реализации проекта …» goes on after its first two words. */
function titleAfter(title: string): string {
  const rest = title.replace(/^[«"]?дорожная\s+карта[»"]?\s*/iu, '').trim()
  return rest === '' ? '' : ` ${rest}`
}

function linesOf(change: RowChange): string[] {
  if (change.kind === 'added') return [`дополнить строкой ${nameOf(change.after)} согласно приложению`]
  if (change.kind === 'removed') return [`строку ${nameOf(change.before)} исключить`]
  const { before, after } = change
  return rowColumns.flatMap(([column, header]) => {
    const [was, is] = [wordsIn(before, column), wordsIn(after, column)]
    if (was === is) return []
    const place = `в строке ${nameOf(before)} графу «${header}»`
    return [is === '' ? `${place} оставить пустой` : `${place} изложить в редакции: «${is}»`]
  })
}

function nameOf({ number, title }: RowWords): string {
  return number === null ? `«${title}»` : number
}

function tableOf(rows: readonly RowWords[]): WrittenBlock {
  const texts = rows.map((row) => rowColumns.map(([column]) => wordsIn(row, column)))
  return {
    ...plainTable(
      rowColumns.map(([, header]) => header),
      texts,
    ),
    widths: [7, 40, 18, 26, 30, 16],
  }
}
