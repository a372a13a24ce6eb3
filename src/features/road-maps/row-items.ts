import { inOneLine } from '../../paper/paper.ts'
import type { RowCells } from './row-cells.ts'
import { isWholeTerm } from './section-term.ts'

/** One of several activities that stand in one row; `label` is its own number inside the cell. */
export type RowItem = { label: string | null; cells: RowCells; isGuessed: boolean }

/** How a row was read before its cell was looked into. */
export type ItemContext = {
  number: string | null
  /** Its table has no numbers and begins with the term: a month and what is done in it. */
  isCalendar: boolean
}

/** The activities of one row: several where its title is a list, each with its own line of the other cells. */
export function itemsIn(cells: RowCells, { number, isCalendar }: ItemContext): RowItem[] {
  const whole: RowItem[] = [{ label: null, cells, isGuessed: false }]
  const titles =
    listIn(cells.title ?? '') ??
    (isCalendar && number === null ? linesIn(cells.title ?? '') : null) ??
    linesWithTerms(cells)
  if (!titles || titles.length < 2) return whole
  const isBulleted = titles.every(({ label }) => label === null)
  if (isBulleted && number !== null && !titles.some((title) => title.isGuessed)) return whole
  const period = linesFor(cells.period, titles.length, isWholeTerm)
  const executors = linesFor(cells.executors, titles.length, beginsWithCapital)
  const result = linesFor(cells.result, titles.length, beginsWithCapital)
  const audience = areLabelled(cells.audience) ? linesFor(cells.audience, titles.length, beginsWithCapital) : null
  const isByLine = [executors && cells.executors, result && cells.result].some((text) => text && !areLabelled(text))
  const isGuessed = titles.some((title) => title.isGuessed) || (isCalendar && isByLine)
  return titles.map(({ label, text }, index) => ({
    label,
    isGuessed,
    cells: {
      ...cells,
      title: text,
      ...(period && { period: period[index] }),
      ...(executors && { executors: executors[index] }),
      ...(result && { result: result[index] }),
      ...(audience && { audience: audience[index] }),
    },
  }))
}

/** As many lines that begin like activities as there are terms beside them. */
function linesWithTerms({ title = '', period = '' }: RowCells): ListItem[] | null {
  const titles = linesIn(title)
  const terms = period.split('\n')
  const areWhole = terms.every((term) => isWholeTerm(term) && !/[–—,-]$/.test(term))
  const areTitles = titles?.every(({ text }) => /^\p{Lu}\p{Ll}/u.test(text)) === true
  return titles && titles.length === terms.length && areTitles && areWhole ? titles : null
}

type ListItem = { label: string | null; text: string; isGuessed: boolean }

const numbered = /^(\d{1,2}(?:\.\d{1,3})*)[.)]\s*(?=[\p{L}«"])/u
const bulleted = /^[-–—•*·▪]\s*(?=[\p{L}«"])/u

/** «1. … 2. …» and «– … – …», where the first line bears a mark already. */
function listIn(text: string): ListItem[] | null {
  const lines = ownLines(text)
  const isNumbered = numbered.test(lines[0] ?? '')
  const mark = isNumbered ? numbered : bulleted
  if (!mark.test(lines[0] ?? '')) return null
  const items: ListItem[] = []
  for (const line of lines) {
    const found = mark.exec(line)
    const last = items.at(-1)
    if (found)
      items.push({ label: isNumbered ? (found[1] ?? null) : null, text: line.slice(found[0].length), isGuessed: false })
    else if (last) last.text = `${last.text} ${line}`
  }
  return isNumbered && !counts(items) ? null : items
}

/** A list that ran into one line: «1. Совещание 2. Семинар». */
function ownLines(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (!/^1[.)]/.test(line)) return [line]
    let expected = 1
    return line
      .replace(/(?:^|\s)(\d{1,2})[.)]\s+(?=[\p{Lu}«"])/gu, (found, figure: string) => {
        if (Number(figure) !== expected) return found
        expected += 1
        return `\n${found.trim()} `
      })
      .split('\n')
      .filter((part) => part !== '')
  })
}

function counts(items: ListItem[]): boolean {
  const last = items.map(({ label }) => Number(label?.split('.').at(-1)))
  return last.every((figure, index) => index === 0 || figure === (last[index - 1] ?? 0) + 1)
}

/** Without marks, lines are activities only where each begins like one; the reader is told. */
function linesIn(text: string): ListItem[] | null {
  const lines = text.split('\n')
  return lines.length > 1 && lines.every(beginsWithCapital)
    ? lines.map((line) => ({ label: null, text: line, isGuessed: true }))
    : null
}

function linesFor(text: string | undefined, count: number, isSuch: (line: string) => boolean): string[] | null {
  const lines = (text ?? '').split('\n').map((line) => inOneLine(line.replace(numbered, '').replace(bulleted, '')))
  return lines.length === count && lines.every(isSuch) ? lines : null
}

/** «1. Директора ⏎ 2. Учителя»: which line is whose is said. */
function areLabelled(text: string | undefined): boolean {
  return (text ?? '').split('\n').every((line) => numbered.test(line))
}

function beginsWithCapital(line: string): boolean {
  return /^[\p{Lu}«"]/u.test(line)
}
