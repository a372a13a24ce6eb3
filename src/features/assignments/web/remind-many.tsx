import { Button } from '@mantine/core'
import { announce } from '../../../web/announce.tsx'
import { CopyText } from '../../../web/copy-text.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { bulkWords } from './bulk-words.ts'
import { assignments } from './client.ts'
import { type PickedCell, unfinishedBy } from './picked.ts'

/** «Напомнить»: in Opora by one press, and a text for each organisation, ready for a letter or a chat. */
export function RemindMany({ picked, onClose }: { picked: readonly PickedCell[]; onClose: () => void }) {
  const t = useWords(bulkWords)
  const format = useFormat()
  const found = unfinishedBy(picked)
  const schools = found.filter(({ row }) => row.kind === 'school')
  const remind = useChange(assignments.remindMany, {
    refreshes: [],
    onDone: ({ reminded }) => {
      announce(t('remind.done', { count: reminded }))
      onClose()
    },
  })
  const press = () => remind.run({ cells: schools.flatMap(({ cells }) => cells.map(({ cell }) => cell)) })
  const line = ({ column, is }: PickedCell) => {
    const what = `${column.number ?? ''} ${column.title}`.trim()
    if (!is.dueOn) return t('remind.line', { what })
    return t(is.isOverdue ? 'remind.line.late' : 'remind.line.due', { what, day: format.day(is.dueOn) })
  }
  return (
    <Dialog
      isOpen
      title={t('remind.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          {schools.length > 0 ? (
            <Button variant="filled" loading={remind.isPending} onClick={press}>
              {t('remind.press')}
            </Button>
          ) : null}
        </>
      }
    >
      {found.length === 0 ? <p>{t('remind.none')}</p> : <p>{t('remind.whom', { count: found.length })}</p>}
      {schools.length > 0 ? <p>{t('remind.told')}</p> : null}
      <RefusalNote refusal={remind.refusal} onRetry={remind.retry} />
      {found.slice(0, MOST_TEXTS).map(({ row, cells }) => (
        <CopyText
          key={row.organisationId}
          label={row.shortName}
          text={[t('remind.head'), ...cells.map(line), t('remind.foot')].join('\n')}
          rows={Math.min(7, cells.length + 2)}
        />
      ))}
      {found.length > MOST_TEXTS ? <p>{t('remind.more', { count: found.length - MOST_TEXTS })}</p> : null}
    </Dialog>
  )
}

/** More than anybody copies one by one. */
const MOST_TEXTS = 50
