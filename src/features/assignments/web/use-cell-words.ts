import { useLanguage } from '../../../web/language.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { words as webWords } from '../../../web/words.ts'
import type { MatrixCell, MatrixColumn } from '../matrix-view.ts'
import { sayWindow } from '../say-window.ts'
import { words } from './matrix-words.ts'

/** States that still wait for their day: of the others the deadline says nothing. */
const unfinished = ['ahead', 'open', 'due-soon', 'returned', 'late', 'window-missed']

/** What is said of a cell does not go into its windows one by one. */
type Said = Omit<MatrixCell, 'cycles'>

/** A cell in words: for its label, for the line above the table and for lists. */
export function useCellWords() {
  const t = useWords(words)
  const web = useWords(webWords)
  const format = useFormat()
  const [language] = useLanguage()

  const state = (cell: Said) => {
    const missed = cell.state === 'window-missed' && cell.missed ? sayWindow(cell.missed, language) : ''
    return missed ? t('grid.missed', { window: missed }) : web(`state.${cell.state}`)
  }
  const due = (cell: Said) => {
    if (!cell.dueOn || !unfinished.includes(cell.state)) return ''
    return cell.movedTo
      ? t('grid.moved', { day: format.day(cell.movedTo) })
      : t('grid.until', { day: format.day(cell.dueOn) })
  }
  const asked = (cell: Said) => (cell.isMoveAsked ? t('grid.asked') : '')
  const whole = (row: { shortName: string }, column: MatrixColumn, cell: MatrixCell | null) => {
    const what = column.number ? `${column.number} ${column.title}` : column.title
    const gone = column.removedBy === null ? '' : `. ${t('grid.removed', { revision: column.removedBy })}`
    return `${row.shortName}. ${what}. ${cell ? saidOnce(cell) : t('grid.nothing')}${gone}`
  }
  const saidOnce = (cell: MatrixCell) => {
    const known = said.get(cell)
    if (known?.language === language) return known.text
    const text = say(cell)
    said.set(cell, { language, text })
    return text
  }
  const say = (cell: MatrixCell) => {
    const parts = [
      state(cell),
      due(cell),
      asked(cell),
      cell.windows > 1 ? t('grid.accepted', { accepted: cell.accepted, windows: cell.windows }) : '',
      cell.isOutsideVariant && !cell.isRemoved ? t('grid.outside') : '',
    ]
    return parts.filter((part) => part !== '').join('. ')
  }
  return { state, due, asked, whole }
}

/** Equal cells of a matrix are one and the same: what is said of them is put into words once. */
const said = new WeakMap<MatrixCell, { language: string; text: string }>()

/** Before the day of a deadline that was moved, and behind one that somebody asks to move. */
export const moveSigns = { moved: '→', asked: '?' } as const

/** «27.04», «→20.05»: the year is the project's own. */
export function shortDay({ dueOn, movedTo, isMoveAsked, state }: MatrixCell): string {
  if (!dueOn || !unfinished.includes(state)) return ''
  const [, month, day] = (movedTo ?? dueOn).split('-')
  return `${movedTo ? moveSigns.moved : ''}${day}.${month}${isMoveAsked ? moveSigns.asked : ''}`
}
