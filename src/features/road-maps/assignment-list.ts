import { withCapital } from '../../kernel/with-capital.ts'
import { inOneLine, type Span } from '../../paper/paper.ts'
import { hasTask, partedTask } from './addressed-task.ts'
import { type ListedActivity, type ListedPlan, listedPlanOf } from './listed-plan.ts'
import { roadMapTitle } from './road-map-title.ts'

type Field = 'title' | 'period' | 'executors' | 'result' | 'audience' | 'other'

const labels: [Field, RegExp][] = [
  [
    'period',
    /^сроки?(?:\s+(?:исполнения|выполнения|реализации|устранения|проведения|сдачи|представления))?\s*[:–—-]\s*/iu,
  ],
  [
    'executors',
    /^(?:ответственн\p{L}+(?:\s+(?:лиц\p{L}|исполнител\p{L}+|за исполнение))?\s*[:–—-]|отв\.?\s*[:–—-]|отв\.(?=\s*\p{L})|исполнител\p{L}+\s*[:–—-])\s*/iu,
  ],
  [
    'result',
    /^(?:(?:ожидаем\p{L}+\s+)?(?:результат\p{L}*|итог\p{L}*)|форма отч[её]т\p{L}+|(?:итоговый\s+)?документ|выход)\s*[:–—-]\s*/iu,
  ],
  [
    'audience',
    /^(?:участник\p{L}*|целев\p{L}+\s+(?:групп\p{L}*|аудитори\p{L}+)|категори\p{L}+(?:\s+участник\p{L}+)?|класс\p{L}*|для кого)\s*[:–—-]\s*/iu,
  ],
  [
    'other',
    /^(?:мест[оа](?:\s+проведения)?|форма(?:\s+проведения)?|цель|задачи|контроль|время|примечани\p{L}+)\s*[:–—-]\s*/iu,
  ],
]
const inside =
  /(?<=[.;,)\s])\s*\(?(?=(?:срок(?:\s(?:исполнения|выполнения))?|ответственн\p{L}+(?:\sисполнител\p{L}+)?|отв\.)\s*[:–—-]\s|отв\.\s*\p{L})/giu
const termLabel = /(?<!\p{L})срок[^:–—-]{0,20}[:–—-]/iu
const numbered = /^(\d{1,2}(?:\.\d{1,2})*)[.)]\s*(?=[\p{L}«"])/u

/** Assignments with «Срок – …» and «Ответственные: …» below or behind each; null where fewer than two have a term. */
export function assignmentList(lines: string[]): ListedPlan | null {
  if (lines.filter((line) => termLabel.test(line)).length < 2) return null
  const decided = lines.findIndex((line) => /^(решил[ои]?|постановил[ои]?|поручения)\s*:?$/iu.test(inOneLine(line)))
  const { items, first } = itemsIn(lines, decided + 1)
  const last = items.findLastIndex(({ period, executors }) => period !== '' || executors !== '')
  const standing = withParents(items.slice(0, last + 1))
  if (standing.filter(({ period }) => period !== '').length < 2) return null
  const rows = standing.map(trimmed)
  const addressed = rows.map(withAddressee)
  const areAddressed = addressed.some((row, at) => row !== rows[at])
  const message = 'Исполнители взяты из первых слов поручений.'
  return listedPlanOf(
    roadMapTitle(lines.slice(0, first)),
    addressed,
    areAddressed ? { message, confidence: 0.7 } : null,
  )
}

/** No assignment is longer: what goes on and on is other text. */
const LONGEST = 2000

type Item = ListedActivity & { field: Field; audience: string; other: string; lines: Span }

function itemsIn(lines: string[], from: number): { items: Item[]; first: number } {
  const items: Item[] = []
  let first = lines.length
  for (const [at, whole] of lines.entries()) {
    if (at < from) continue
    for (const line of inOneLine(whole).replace(inside, '\n').split('\n').map(inOneLine)) {
      if (line === '') dropHeading(items)
      if (line === '') continue
      if (isOver(items, line)) return { items, first }
      if (numbered.exec(line)?.[1] === '1' && !items.some(isLabelled)) items.length = 0
      if (items.length === 0) first = at
      addLine(items, line, at)
    }
  }
  return { items, first }
}

/** A blank line below words without number or label: they were a heading. */
function dropHeading(items: Item[]): void {
  const [only, ...more] = items
  if (only && more.length === 0 && only.number === null && !isLabelled(only)) items.length = 0
}

const titleLabel = /^(?:мероприятие|поручение|задача|наименование\s+мероприятия)\s*[:–—]\s*/iu

function addLine(items: Item[], line: string, at: number): void {
  const last = items.at(-1)
  if (titleLabel.test(line)) {
    if (last && !isLabelled(last)) items.pop()
    const title = line.replace(titleLabel, '')
    items.push({
      ...unsaid,
      title,
      lines: { from: at, to: at + 1 },
      number: last && !isLabelled(last) ? last.number : null,
      field: 'title',
    })
    return
  }
  const [field, label] = labels.find(([, wording]) => wording.test(line)) ?? []
  if (field && label && last) {
    last.field = field
    goOn(last, line.replace(label, ''), at)
    return
  }
  const [mark = '', number = null] = numbered.exec(line) ?? []
  const isContinued = number === null && last && (last.field === 'title' || /^[\p{Ll}(]/u.test(line))
  const begun = { title: line.slice(mark.length), lines: { from: at, to: at + 1 } }
  if (isContinued && last) goOn(last, line, at)
  else items.push({ ...unsaid, ...begun, number, field: 'title' })
}

const unsaid = { period: '', executors: '', result: '', audience: '', other: '' }

function goOn(item: Item, text: string, at: number): void {
  item[item.field] = inOneLine(`${item[item.field]} ${text}`)
  item.lines.to = at + 1
}

/** In a numbered list, a line of its own after an assignment is what follows the list. */
function isOver(items: Item[], line: string): boolean {
  const last = items.at(-1)
  const isOther = !numbered.test(line) && /^[\p{Lu}_]/u.test(line) && !labels.some(([, wording]) => wording.test(line))
  const isLong = last !== undefined && last[last.field].length > LONGEST
  return isLong || (last !== undefined && last.number !== null && isOther && isLabelled(last))
}

/** «1. Управлению образования:» is no assignment: it names who carries out 1.1 and 1.2. */
function withParents(items: Item[]): Item[] {
  const byNumber = new Map(items.map((item) => [item.number, item]))
  const parents = new Set(items.map(({ number }) => above(number)))
  return items.flatMap((item) => {
    if (item.number !== null && parents.has(item.number) && item.period === '') return []
    const parent = byNumber.get(above(item.number) ?? '')
    return [{ ...item, executors: item.executors === '' ? (parent?.title ?? '').replace(/\s*:$/, '') : item.executors }]
  })
}

/** «1.2» stands below «1». */
function above(number: string | null): string | null {
  const dot = number?.lastIndexOf('.') ?? -1
  return dot > 0 ? (number?.slice(0, dot) ?? null) : null
}

function isLabelled({ period, executors }: Item): boolean {
  return period !== '' || executors !== ''
}

/** «Отделу образования провести осмотр» names its executor itself. */
function withAddressee(row: ListedActivity): ListedActivity {
  if (row.executors !== '' || !hasTask(row.title)) return row
  const { executors, title } = partedTask(row.title)
  return executors === '' ? row : { ...row, executors, title: withCapital(title) }
}

function trimmed({ number, title, period, executors, result, audience, lines }: Item): ListedActivity {
  const bare = (text: string) => text.replace(/^\((?=[^)]*$)|[;,]$|(?<=^[^(]*)\)[.;]?$/g, '').trim()
  const named = bare(executors).replace(/(?<!\p{Lu})\.$/u, '')
  return {
    number,
    title: bare(title),
    period: bare(period),
    executors: named,
    result: bare(result),
    audience: bare(audience),
    lines,
  }
}
