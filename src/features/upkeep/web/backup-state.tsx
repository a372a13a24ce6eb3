import { Notice } from '../../../web/notice.tsx'
import { ProgressWords } from '../../../web/progress-words.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { BackupsView } from '../contract.ts'
import { upkeepWords } from '../screen-words.ts'

/** What is known of copies, the most pressing first: one under way, one that failed, the last good one or none. */
export function BackupState({ view }: { view: BackupsView }) {
  const t = useWords(upkeepWords)
  const format = useFormat()
  const { underWay, failed } = view
  return (
    <>
      {underWay ? (
        <ProgressWords words={t('underWay', { written: format.bytes(underWay.writtenBytes) })} share={null} />
      ) : null}
      {failed && !underWay ? (
        <Notice kind="warn" role="status" title={t('failed', { at: format.moment(failed.at) })}>
          <p>{t(`failed.${failed.fault}`)}</p>
          <p>{t('failed.kept')}</p>
          {failed.detail ? <p>{t('failed.detail', { detail: failed.detail })}</p> : null}
        </Notice>
      ) : null}
      {failed && !view.good ? null : <Good view={view} />}
    </>
  )
}

function Good({ view: { good, folder, warning } }: { view: BackupsView }) {
  const t = useWords(upkeepWords)
  const format = useFormat()
  if (!good) {
    return (
      <Notice kind={warning === 'none' ? 'info' : 'warn'} title={t('none')}>
        {t('none.text')}
      </Notice>
    )
  }
  const values = { size: format.bytes(good.bytes), checked: format.moment(good.checkedAt), folder }
  return (
    <Notice
      kind={warning === 'old' || good.missingFiles > 0 ? 'warn' : 'done'}
      title={t('good', { at: format.moment(good.madeAt) })}
    >
      {warning === 'old' ? <p>{t('old')}.</p> : null}
      <p>{t('good.text', values)}</p>
      {good.missingFiles > 0 ? <p>{t('good.missing', { count: good.missingFiles })}</p> : null}
    </Notice>
  )
}
