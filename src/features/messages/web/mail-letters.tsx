import { Button } from '@mantine/core'
import { announce } from '../../../web/announce.tsx'
import { type Column, DataTable } from '../../../web/data-table.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { hrefOf } from '../../../web/send.ts'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { type MailLine, mailContract } from '../mail-contract.ts'
import { mailScreenWords } from '../mail-screen-words.ts'
import { mailClient } from './mail-client.ts'
import classes from './mail-page.module.css'

/** The latest letters: to whom, what became of each, and what can be done. */
export function MailLetters({ letters }: { letters: readonly MailLine[] }) {
  const t = useWords(mailScreenWords)
  const format = useFormat()
  const again = useChange(mailClient.sendMailAgain, { onDone: () => announce(t('letters.again.done')) })
  const columns: Column<MailLine>[] = [
    { key: 'to', head: t('letters.to'), cell: ({ to }) => to },
    { key: 'subject', head: t('letters.subject'), isLong: true, cell: ({ subject }) => subject },
    { key: 'written', head: t('letters.written'), cell: ({ writtenAt }) => format.moment(writtenAt) },
    { key: 'state', head: t('letters.state'), isLong: true, cell: (line) => <State line={line} /> },
    {
      key: 'action',
      head: <span className="hidden-visually">{t('letters.action')}</span>,
      cell: ({ id, to, writtenAt, status, isFile }) => {
        const values = { to, at: format.moment(writtenAt) }
        if (isFile) {
          return (
            <a
              href={hrefOf(mailContract.downloadLetter, { id })}
              download
              aria-label={t('letters.download.label', values)}
            >
              {t('letters.download')}
            </a>
          )
        }
        if (status !== 'refused' && status !== 'unclear') return null
        return (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('letters.again.label', values)}
            onClick={() => again.run({ id })}
          >
            {t('letters.again')}
          </Button>
        )
      },
    },
  ]
  return (
    <>
      <RefusalNote refusal={again.refusal} onRetry={again.retry} />
      <DataTable
        caption={t('letters')}
        columns={columns}
        rows={letters}
        keyOf={({ id }) => id}
        empty={t('letters.none')}
      />
    </>
  )
}

function State({ line: { status, sentAt, nextTryAt, fault, isFile } }: { line: MailLine }) {
  const t = useWords(mailScreenWords)
  const format = useFormat()
  const at = sentAt ? format.moment(sentAt) : ''
  const next = fault && nextTryAt ? `, ${t('status.next', { at: format.moment(nextTryAt) })}` : ''
  return (
    <>
      {isFile ? t('status.filed', { at }) : `${t(`status.${status}`, { at })}${next}`}
      {fault ? <div className={classes.fault}>{t(`fault.${fault.fault}`)}</div> : null}
      {fault?.detail ? <div className={classes.fault}>{t('detail', { detail: fault.detail })}</div> : null}
    </>
  )
}
