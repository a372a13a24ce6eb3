import type { ParsedBasis } from './order.ts'
import { hideEnclosed, splitOutside } from './split-list.ts'
import { dateIn, numberIn } from './written-date.ts'

const leading =
  /(в соответствии со?|на основании|во исполнение|руководствуясь|согласно|в рамках (?:исполнения|реализации))\s+/iu
const purpose = /,?\s+(?:и\s+)?(?:с целью|в целях|для того|а также с целью)(?!\p{L})/iu

/** Kinds of documents by the beginning of the word, with the name under which they are listed. */
const kinds: [RegExp, string][] = [
  [/^план(ом|а|у)?(?!\p{L})/iu, 'план'],
  [/^письм(ом|а|у|о)(?!\p{L})/iu, 'письмо'],
  [/^распоряжени(ем|я|ю|е)(?!\p{L})/iu, 'распоряжение'],
  [/^постановлени(ем|я|ю|е)(?!\p{L})/iu, 'постановление'],
  [/^решени(ем|я|ю|е)(?!\p{L})/iu, 'решение'],
  [/^положени(ем|я|ю|е)(?!\p{L})/iu, 'положение'],
  [/^протокол(ом|а|у)?(?!\p{L})/iu, 'протокол'],
  [/^указ(ом|а|у)?(?!\p{L})/iu, 'указ'],
  [/^закон(ом|а|у)?(?!\p{L})/iu, 'закон'],
  [/^федеральн(ым|ого|ому) законо?м?а?у?(?!\p{L})/iu, 'Федеральный закон'],
  [/^устав(ом|а|у)?(?!\p{L})/iu, 'устав'],
  [/^программ(ой|ы|е|а)(?!\p{L})/iu, 'программа'],
  [/^концепци(ей|и|я)(?!\p{L})/iu, 'концепция'],
  [/^соглашени(ем|я|ю|е)(?!\p{L})/iu, 'соглашение'],
]

const order = /^приказ(ом|а|у|ами|ов)?\s+/iu
const nextDocument =
  /[,;]?\s+(?:и\s+|а также\s+)?(?:(?:на основании|во исполнение|руководствуясь|согласно|в соответствии со?)\s+|(?=(?:приказ|письм|распоряжени|постановлени|решени|протокол|указ|закон|федеральн\p{L}+ закон|план|положени|устав|государственн\p{L}+ программ|национальн\p{L}+ проект|концепци|соглашени)\p{L}*\s))/iu

/** The documents that the preamble leans on. An order is listed by its issuer, other documents by their kind. */
export function basisOf(preamble: string): ParsedBasis[] {
  const lead = leading.exec(preamble)
  if (!lead) return []
  const rest = preamble.slice(lead.index + lead[0].length)
  const end = purpose.exec(hideEnclosed(rest))?.index ?? rest.length
  return joined(splitOutside(rest.slice(0, end), nextDocument))
    .map((piece) => piece.replace(/[\s,;:]+$/, ''))
    .filter((piece) => /\p{L}{3}/u.test(piece))
    .map(basisFrom)
}

/** «план, утверждённый приказом» and «пункта 3 протокола» are one document each, whatever kinds they name. */
function joined(pieces: string[]): string[] {
  const whole: string[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    const isBegun = last !== undefined && (/(утвержд|введ|согласован|одобрен)\p{L}*$/iu.test(last) || !isDocument(last))
    const isPart = isBegun || (last !== undefined && !isDocument(piece) && !/^(под)?пункт|^раздел|^част/i.test(piece))
    if (isPart) whole[whole.length - 1] = `${last} ${piece}`
    else whole.push(piece)
  }
  return whole
}

function isDocument(piece: string): boolean {
  return /№|«|\d\d\.\d\d|\d{4}|план|концепци|положени|устав|программ|проект|закон/i.test(piece)
}

function basisFrom(piece: string): ParsedBasis {
  const outside = hideEnclosed(piece)
  return { text: named(piece), number: numberIn(outside), date: dateIn(outside) }
}

function named(piece: string): string {
  if (order.test(piece)) return piece.replace(order, '')
  const kind = kinds.find(([wording]) => wording.test(piece))
  return kind ? piece.replace(kind[0], kind[1]) : piece
}
