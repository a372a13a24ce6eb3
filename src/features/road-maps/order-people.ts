import { inOneLine } from '../../paper/paper.ts'
import type { ParsedClause, ParsedPerson } from './order.ts'
import { beginsSignature, personName } from './order-clauses.ts'

/** Whom the order makes coordinator and controller, and who signs it. */
export function orderPeople(clauses: ParsedClause[], afterClauses: string[]): ParsedPerson[] {
  const found: ParsedPerson[] = []
  const speaking = clauses.toSorted((one, other) => Number(isOfCoordinator(other)) - Number(isOfCoordinator(one)))
  const coordinator = speaking.map(coordinatorIn).find((text) => text !== null)
  const controller = clauses.map(controllerIn).find((text) => text !== null)
  const signatory = signatoryIn(afterClauses)
  if (coordinator) found.push({ role: 'coordinator', text: coordinator })
  if (controller) found.push({ role: 'controller', text: controller })
  if (signatory) found.push({ role: 'signatory', text: signatory })
  return found
}

const position =
  /(?<!\p{L})(ведущ|главн|старш|методист|специалист|заместител|начальник|заведующ|консультант|инспектор|эксперт|директор|руководител)\p{L}*/iu
const infinitive = /\s\p{Ll}+(?:ать|ять|ить|еть|уть|ыть|оть|сти|зти|чь)(?:ся)?(?!\p{L})/u

/** Where one clause says «координатор», it goes before those that only give somebody work. */
function isOfCoordinator({ text }: ParsedClause): boolean {
  return /координатор/i.test(text)
}

function coordinatorIn({ text }: ParsedClause): string | null {
  if (isControl(text)) return null
  if (/^(назначить|определить|возложить|утвердить)/i.test(text)) return appointed(text)
  const verb = infinitive.exec(text)
  const addressee = verb ? text.slice(0, verb.index) : ''
  const isPerson = personName.test(addressee) && /координ|сопровожд|обеспеч|организ|осуществл/i.test(text)
  return isPerson ? inOneLine(addressee).replace(/[,;:]$/, '') : null
}

/** «Назначить муниципальным координатором методиста Иванову А.А.»: the person with the position beside the name. */
function appointed(text: string): string | null {
  const name = personName.exec(text)
  if (!name || !/координатор|ответственн/i.test(text)) return null
  const after = text
    .slice(name.index)
    .replace(/[.;\s]+$/, (end) => (/\p{Lu}$/u.test(text.slice(0, -end.length)) ? '.' : ''))
  if (/^[^,]+,\s*\p{Ll}{4}/u.test(after)) return inOneLine(after)
  const before = text.slice(0, name.index)
  const own = position.exec(
    before.replace(/координатор\p{L}*|ответственн\p{L}*/giu, (word) => '\u0000'.repeat(word.length)),
  )
  return inOneLine(own ? before.slice(own.index) + name[0] : name[0])
}

function controllerIn({ text }: ParsedClause): string | null {
  if (!isControl(text)) return null
  const self = /оставля\p{L}+ за собой/iu.exec(text)
  if (self) return self[0]
  const other = /(?:возложить|возлагаю|возлагается|поручить|поручаю)\s+(?:на\s+)?(.+?)\s*$/isu.exec(text)?.[1]
  return other === undefined ? null : inOneLine(other).replace(/(?<!\p{Lu})\.$/u, '')
}

function isControl(text: string): boolean {
  return /^\s*(общий\s+)?контроль(?!\p{L})/iu.test(text)
}

function signatoryIn(lines: string[]): string | null {
  const start = lines.findIndex((_, at) => beginsSignature(lines, at))
  if (start < 0) return null
  const end = lines.findIndex((line, at) => at >= start && personName.test(line))
  return end < start
    ? null
    : inOneLine(lines.slice(start, end + 1).join(' '))
        .replace(/_+/g, ' ')
        .replace(/\s+/g, ' ')
}
