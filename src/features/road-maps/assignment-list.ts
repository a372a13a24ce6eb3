import { inOneLine } from '../../paper/paper.ts'
import { type ListedActivity, type ListedPlan, listedPlanOf } from './listed-plan.ts'
import { roadMapTitle } from './road-map-title.ts'

type Field = 'title' | 'period' | 'executors' | 'result'

const labels: [Field, RegExp][] = [
  ['period', /^сроки?(?:\s+(?:исполнения|выполнения|реализации))?\s*[:–—-]\s*/iu],
  [
    'executors',
    /^(?:ответственн\p{L}+(?:\s+(?:лиц\p{L}|исполнител\p{L}+|за исполнение))?|отв\.?|исполнител\p{L}+)\s*[:–—-]\s*/iu,
  ],
  ['result', /^(?:(?:ожидаемый\s+)?результат|форма отч[её]т\p{L}+)\s*[:–—-]\s*/iu],
]
const inside =
  /(?<=[.;,)\s])\s*\(?(?=(?:срок(?:\s(?:исполнения|выполнения))?|ответственн\p{L}+(?:\sисполнител\p{L}+)?|отв\.)\s*[:–—-]\s)/giu
const numbered = /^(\d{1,2}(?:\.\d{1,2})*)[.)]\s*(?=[\p{L}«"])/u

/** Assignments with «Срок – …» and «Ответственные: …» below or behind each; null where fewer than two have a term. */
export function assignmentList(lines: string[]): ListedPlan | null {
  const decided = lines.findIndex((line) => /^(решил[ои]?|постановил[ои]?|поручения)\s*:?$/iu.test(inOneLine(line)))
  const { items, first } = itemsIn(lines, decided + 1)
  const last = items.findLastIndex(({ period, executors }) => period !== '' || executors !== '')
  const standing = withParents(items.slice(0, last + 1))
  if (standing.filter(({ period }) => period !== '').length < 2) return null
  return listedPlanOf(roadMapTitle(lines.slice(0, first)), standing.map(trimmed), null)
}

type Item = ListedActivity & { field: Field }

function itemsIn(lines: string[], from: number): { items: Item[]; first: number } {
  const items: Item[] = []
  let first = lines.length
  for (const [at, whole] of lines.entries()) {
    if (at < from) continue
    for (const line of inOneLine(whole).replace(inside, '\n').split('\n').map(inOneLine)) {
      if (line === '') continue
      if (isOver(items, line)) return { items, first }
      if (numbered.exec(line)?.[1] === '1' && !items.some(isLabelled)) items.length = 0
      if (items.length === 0) first = at
      addLine(items, line)
    }
  }
  return { items, first }
}

function addLine(items: Item[], line: string): void {
  const last = items.at(-1)
  const [field, label] = labels.find(([, wording]) => wording.test(line)) ?? []
  if (field && label && last) {
    last.field = field
    last[field] = inOneLine(`${last[field]} ${line.replace(label, '')}`)
    return
  }
  const [mark = '', number = null] = numbered.exec(line) ?? []
  const isContinued = number === null && last && (last.field === 'title' || /^[\p{Ll}(]/u.test(line))
  if (isContinued && last) last[last.field] = inOneLine(`${last[last.field]} ${line}`)
  else items.push({ number, title: line.slice(mark.length), period: '', executors: '', result: '', field: 'title' })
}

/** In a numbered list, a line of its own after an assignment is what follows the list. */
function isOver(items: Item[], line: string): boolean {
  const last = items.at(-1)
  const isNumbered = items.some(({ number }) => number !== null)
  const isOther = !numbered.test(line) && /^[\p{Lu}_]/u.test(line) && !labels.some(([, wording]) => wording.test(line))
  return isNumbered && isOther && last !== undefined && isLabelled(last)
}

/** «1. Управлению образования:» is no assignment: it names who carries out 1.1 and 1.2. */
function withParents(items: Item[]): Item[] {
  return items.flatMap((item) => {
    const children = items.filter(({ number }) => item.number !== null && number?.startsWith(`${item.number}.`))
    if (children.length > 0 && item.period === '') return []
    const parent = items.find(({ number }) => number !== null && item.number?.startsWith(`${number}.`))
    return [{ ...item, executors: item.executors === '' ? (parent?.title ?? '').replace(/\s*:$/, '') : item.executors }]
  })
}

function isLabelled({ period, executors }: Item): boolean {
  return period !== '' || executors !== ''
}

function trimmed({ number, title, period, executors, result }: Item): ListedActivity {
  const bare = (text: string) => text.replace(/^\((?=[^)]*$)|[;,]$|(?<=^[^(]*)\)[.;]?$/g, '').trim()
  const named = bare(executors).replace(/(?<!\p{Lu})\.$/u, '')
  return { number, title: bare(title), period: bare(period), executors: named, result: bare(result) }
}
