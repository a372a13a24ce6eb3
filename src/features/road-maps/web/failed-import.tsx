import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Notice } from '../../../web/notice.tsx'
import { useWords } from '../../../web/use-words.ts'
import type { ImportView } from '../import-contract.ts'
import { words } from './import-words.ts'
import { paths } from './paths.ts'
import { ScanChoice } from './scan-choice.tsx'
import { SourceBlocks } from './source-blocks.tsx'

/** Why nothing could be made of the paper, and what to do about it. */
export function FailedImport({ view }: { view: ImportView }) {
  const t = useWords(words)
  if (view.isScan) return <ScanChoice view={view} />
  const again = (
    <Button component={Link} to={paths.imports} variant="filled">
      {t('import.failed.again')}
    </Button>
  )
  return (
    <>
      <Notice kind="warn" title={t('import.failed')} actions={again} role="status">
        {view.findings.map(({ code, message, advice }) => (
          <p key={code + message}>
            {message} {advice}
          </p>
        ))}
      </Notice>
      <SourceBlocks blocks={view.source} />
    </>
  )
}
