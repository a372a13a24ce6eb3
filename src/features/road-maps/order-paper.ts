import { type Day, dotted } from '../../kernel/day.ts'
import type { Clause } from '../../paper/document.ts'
import { genitiveOf } from '../../paper/genitive.ts'
import type { WrittenBlock } from '../../paper/written.ts'
import { blankBody, type DraftPaper } from '../documents/document-body.ts'
import { controlClause, yearInWords } from '../programmes/paper.ts'
import type { ProgrammeFacts } from '../programmes/programme-facts.ts'
import type { PaperRow } from './amended-rows.ts'
import { amendingWords, tableOfRows } from './amending-words.ts'
import type { RowChange } from './row-difference.ts'

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

/** `because`: the reason in the words of whoever changes the map; empty where nobody gave one. */
export type Amendment = {
  order: AmendedOrder
  changes: readonly RowChange<PaperRow>[]
  /** What the map is to be called; null: as it is. */
  newTitle: string | null
  because: string
  /** The order in whose place this one is issued. */
  repeals?: AmendedOrder | null
}

/** «О внесении изменений»: each change in the words of an office, whole rows in an annex. */
export function amendingOrder(facts: ProgrammeFacts, { repeals, ...amendment }: Amendment): DraftPaper {
  const { order, changes, newTitle, because } = amendment
  const named = `приказом ${genitiveOf(facts.authority.fullName)}${orderWords(order)}`
  const { lines: rowLines, annexed } = amendingWords(changes)
  const lines = newTitle === null ? rowLines : [titleLine(newTitle), ...rowLines]
  const ground = because === '' ? '' : ` (${because})`
  return {
    kind: 'order',
    heading: `О внесении изменений в приказ${orderWords(order)}`,
    body: {
      ...blankBody('order', facts.authority.fullName),
      preamble: [
        `В связи с уточнением мероприятий сопровождения общеобразовательных организаций в ${yearInWords(facts)}${ground}`,
      ],
      clauses: [
        {
          text: `Внести в Дорожную карту${titleAfter(order.title)}, утверждённую ${named}, следующие изменения:`,
          clauses: lines.map((line, index) => `${line}${index === lines.length - 1 ? '.' : ';'}`),
        },
        ...(repeals ? [repealOf(facts, repeals)] : []),
        everyone,
        { text: controlClause(facts), clauses: [] },
      ],
      signatory: facts.signatory,
      annexes: annexed.length === 0 ? [] : [{ ...wholeRows, blocks: [tableOfRows(annexed)] }],
    },
  }
}

function titleLine(title: string): string {
  return `наименование Дорожной карты изложить в следующей редакции: «${title}»`
}

function repealOf(facts: ProgrammeFacts, order: AmendedOrder): Clause {
  const office = genitiveOf(facts.authority.fullName)
  return { text: `Признать утратившим силу приказ ${office}${orderWords(order)} «${order.title}».`, clauses: [] }
}

const everyone: Clause = {
  text: 'Довести изменения до руководителей общеобразовательных организаций — участников дорожной карты.',
  clauses: [],
}

const wholeRows = {
  orientation: 'landscape',
  approval: null,
  title: 'Пункты Дорожной карты в новой редакции',
} as const

function orderWords({ number, date }: AmendedOrder): string {
  return `${date ? ` от ${dotted(date)}` : ''}${number ? ` № ${number}` : ''}`
}

/** «Дорожная карта реализации проекта …» goes on after its first two words. */
function titleAfter(title: string): string {
  const rest = title.replace(/^[«"]?дорожная\s+карта[»"]?\s*/iu, '').trim()
  return rest === '' ? '' : ` ${rest}`
}
