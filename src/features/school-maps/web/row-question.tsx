import { Button } from '@mantine/core'
import type { OnBehalf } from '../../../kernel/on-behalf.ts'
import { Notice } from '../../../web/notice.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { consentAnswers } from '../school-map.ts'
import type { MapView, RowView } from '../view.ts'
import { cascadeWords } from './cascade-words.ts'
import { schoolMaps } from './client.ts'

type Props = { view: MapView; row: RowView; onBehalf: OnBehalf | null }

/** «Нужно согласие школы»: what its row helped with has changed. The row stands until the school answers. */
export function RowQuestion({ view, row, onBehalf }: Props) {
  const t = useWords(cascadeWords)
  const answer = useChange(schoolMaps.answerForRow)
  const question = view.questions.find((one) => one.activityId === row.activityId)
  if (!question || !view.map) return null
  const { id } = view.map
  const what = { title: `${question.number ?? ''} ${question.title}`.trim() }
  const actions = view.may.answer
    ? consentAnswers.map((one) => (
        <Button
          key={one}
          loading={answer.isPending}
          onClick={() => answer.run({ id, activityId: row.activityId, answer: one, onBehalf })}
        >
          {t(`answer.${one}`)}
        </Button>
      ))
    : null
  return (
    <Notice kind="warn" title={t('question.title')} actions={actions}>
      {t(`question.${question.kind}`, what)}
      <RefusalNote refusal={answer.refusal} onRetry={answer.retry} />
    </Notice>
  )
}
