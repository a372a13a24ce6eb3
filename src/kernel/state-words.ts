import type { AssignmentState } from './assignment-state.ts'
import type { Language } from './words.ts'

/** The states of an assignment in words, the same on screens and in papers: each spreads them among its own. */
export const stateWords: Record<Language, Readonly<Record<`state.${AssignmentState}`, string>>> = {
  ru: {
    'state.ahead': 'впереди',
    'state.open': 'идёт',
    'state.due-soon': 'скоро срок',
    'state.waiting': 'ждёт приёмки',
    'state.returned': 'возвращено',
    'state.accepted': 'принято',
    'state.off-control': 'снято с контроля',
    'state.late': 'просрочено',
    'state.window-missed': 'окно пропущено',
    'state.not-applicable': 'не требуется',
    'state.no-date': 'нет срока',
  },
  en: {
    'state.ahead': 'ahead',
    'state.open': 'in progress',
    'state.due-soon': 'due soon',
    'state.waiting': 'waiting for acceptance',
    'state.returned': 'returned',
    'state.accepted': 'accepted',
    'state.off-control': 'off control',
    'state.late': 'late',
    'state.window-missed': 'window missed',
    'state.not-applicable': 'not required',
    'state.no-date': 'no date',
  },
}
