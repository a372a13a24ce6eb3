import { Button, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import type { FindingCode } from '../../../kernel/finding.ts'
import { useDraft } from '../../../web/draft.ts'
import { useWords } from '../../../web/use-words.ts'
import type { PlacedFinding } from '../findings-of-rows.ts'
import type { FindingDecision } from '../road-map.ts'
import { imports } from './client.ts'
import classes from './finding-card.module.css'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'

const said = { keep: 'decision.kept', 'understand-as': 'decision.understood', amend: 'decision.amended' } as const

/** One finding with its three ways: leave, understand otherwise, or mend the order itself. */
export function FindingCard({ placed: { index, finding } }: { placed: PlacedFinding }) {
  const t = useWords(words)
  const { understanding } = useImport()
  const decide = useDecision(index)
  const [isAmending, setAmending] = useState(false)
  const decision = understanding.decisions.find((one) => one.finding === index)
  const Icon = finding.severity === 'note' ? IconInfoCircle : IconAlertTriangle
  return (
    <div className={classes.card} data-tone={decision ? 'quiet' : finding.severity === 'note' ? 'running' : 'soon'}>
      <Icon className={classes.icon} size="var(--icon)" aria-hidden="true" />
      <div className={classes.text}>
        <p>
          <strong>{finding.message}</strong> {decision ? null : finding.advice}
        </p>
        {decision ? (
          <p className={classes.decided}>
            {t(said[decision.decision])}
            {decision.note ? `: «${decision.note}»` : ''}
            <Button size="compact-sm" variant="subtle" onClick={() => decide(null, '')}>
              {t('decision.undo')}
            </Button>
          </p>
        ) : (
          <div className={classes.ways}>
            <Button size="compact-sm" onClick={() => decide('keep', '')}>
              {t('decision.keep')}
            </Button>
            <Button
              size="compact-sm"
              onClick={(event) => {
                decide('understand-as', '')
                openField(event.currentTarget, finding.code)
              }}
            >
              {t('decision.understand-as')}
            </Button>
            <Button size="compact-sm" aria-expanded={isAmending} onClick={() => setAmending(!isAmending)}>
              {t('decision.amend')}
            </Button>
          </div>
        )}
        {isAmending && !decision ? (
          <AmendingNote
            index={index}
            onSave={(note) => {
              setAmending(false)
              decide('amend', note)
            }}
          />
        ) : null}
      </div>
    </div>
  )
}

function AmendingNote({ index, onSave }: { index: number; onSave: (note: string) => void }) {
  const t = useWords(words)
  const { view } = useImport()
  const draft = useDraft(`amend.${view.id}.${index}`, '')
  return (
    <div className={classes.note}>
      <Textarea
        label={t('decision.note')}
        description={t('decision.note.hint')}
        autosize
        minRows={1}
        value={draft.value}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <Button
        onClick={() => {
          onSave(draft.value.trim())
          draft.clear()
        }}
      >
        {t('decision.note.save')}
      </Button>
    </div>
  )
}

function useDecision(index: number) {
  const t = useWords(words)
  const { editing } = useImport()
  const say = (decision: FindingDecision | null) => (decision ? t(said[decision]) : t('decision.undo'))
  return (decision: FindingDecision | null, note: string) =>
    editing.edit({
      send: (edit) => imports.decideFinding({ ...edit, finding: String(index), decision, note }),
      name: t('findings.title'),
      yours: say(decision),
      read: ({ decisions }) => say(decisions.find((one) => one.finding === index)?.decision ?? null),
    })
}

const fieldOf: Partial<Record<FindingCode, string>> = {
  'year-mismatch': 'year',
  'missing-executor': 'executors',
  'unknown-organisation': 'executors',
  'missing-result': 'expectedResult',
  'cell-cut-short': 'expectedResult',
  'missing-audience': 'targetGroups',
  'missing-number': 'number',
  'duplicate-number': 'number',
  'unbalanced-quotes': 'title',
}

/** «Понимать как…» opens the value of the same row that the finding speaks of. */
function openField(button: HTMLElement, code: FindingCode): void {
  const field = fieldOf[code] ?? 'period'
  button.closest('article')?.querySelector<HTMLElement>(`[data-field$=".${field}"]`)?.click()
}
