import { type AssignmentState, assignmentStates } from '../../../kernel/assignment-state.ts'
import { StateMark } from '../../../web/state-mark.tsx'
import { stateTone } from '../../../web/state-tone.ts'
import { useWords } from '../../../web/use-words.ts'
import { words as webWords } from '../../../web/words.ts'
import classes from './matrix-legend.module.css'
import { words } from './matrix-words.ts'
import { moveSigns } from './use-cell-words.ts'

type Props = {
  counts: ReadonlyMap<AssignmentState, number>
  /** What became of deadlines, where anything did: beside the states, not among them. */
  moves: { moved: number; asked: number }
  chosen: string | undefined
  onChoose: (state: AssignmentState | undefined) => void
}

const moveWords = ['moved', 'asked'] as const

/** Every mark with its word, always in view; a state that occurs can be pressed to see only its cells. */
export function MatrixLegend({ counts, moves, chosen, onChoose }: Props) {
  const t = useWords(words)
  const state = useWords(webWords)
  return (
    <ul className={classes.legend} aria-label={t('legend.title')}>
      {assignmentStates.map((one) => {
        const count = counts.get(one) ?? 0
        const word = state(`state.${one}`)
        const isOn = chosen === one
        return (
          <li key={one} data-tone={stateTone[one]} data-none={count === 0}>
            <button
              type="button"
              className={classes.state}
              data-prints
              aria-pressed={isOn}
              disabled={count === 0}
              title={isOn ? t('legend.all') : t('legend.only', { state: word, count })}
              onClick={() => onChoose(isOn ? undefined : one)}
            >
              <StateMark state={one} isSilent />
              {word}
              {count > 0 ? <span className={classes.count}>{count}</span> : null}
            </button>
          </li>
        )
      })}
      {moveWords.map((one) =>
        moves[one] > 0 ? (
          <li key={one} className={classes.sign}>
            {moveSigns[one]} {t(`legend.${one}`)} <span className={classes.count}>{moves[one]}</span>
          </li>
        ) : null,
      )}
    </ul>
  )
}
