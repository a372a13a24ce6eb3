import { Notice } from '../../../web/notice.tsx'
import { useWords } from '../../../web/use-words.ts'
import type { MailView } from '../mail-contract.ts'
import { mailScreenWords } from '../mail-screen-words.ts'

/** How it stands with the outbox, the most pressing first. */
export function MailState({ view: { settings, folder, warning, waiting, fault } }: { view: MailView }) {
  const t = useWords(mailScreenWords)
  return (
    <>
      {warning === 'waiting' ? (
        <Notice kind="warn" role="status" title={t('failing', { count: waiting })}>
          {fault ? <p>{t(`fault.${fault.fault}`)}</p> : null}
          <p>{t('failing.kept')}</p>
          {fault?.detail ? <p>{t('detail', { detail: fault.detail })}</p> : null}
        </Notice>
      ) : null}
      {warning === 'refused' ? (
        <Notice kind="warn" role="status" title={t('lost')}>
          {t('lost.text')}
        </Notice>
      ) : null}
      {settings.way === 'file' ? (
        <Notice title={t('way.file')}>{t('way.file.text', { folder })}</Notice>
      ) : warning === 'waiting' ? null : (
        <Notice kind="done" title={t('way.smtp', { host: settings.host })}>
          {t('way.smtp.text', { count: waiting })}
        </Notice>
      )}
    </>
  )
}
