import { Button } from '@mantine/core'
import { useEffect, useId } from 'react'
import type { CallOptions } from '../../../kernel/client.ts'
import { FileDrop } from '../../../web/file-drop.tsx'
import { ProgressWords } from '../../../web/progress-words.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useWords } from '../../../web/use-words.ts'
import { MAX_FILE_BYTES } from '../../files/contract.ts'
import classes from './scan-viewer.module.css'
import { ScanViewer } from './scan-viewer.tsx'
import { words } from './scan-words.ts'
import { useLaying } from './use-laying.ts'

/** What a scan may be: HEIC too, so that its advice is heard. */
export const scanEndings = ['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.heic'] as const

type Props = {
  scanId: string | null
  /** Lays the first; absent for whoever only reads. */
  lay?: (file: File, options: CallOptions) => Promise<{ scanId: string }>
  /** Gives away, once, files that were dropped together with the first and are its further pages. */
  takeWaiting?: () => readonly File[]
}

/** The signed scan where there is one, and the place to lay it where there is none. */
export function SignedScan({ scanId, lay, takeWaiting }: Props) {
  const t = useWords(words)
  const laying = useLaying(lay ?? noPlace)
  useEffect(() => {
    const files = (scanId && takeWaiting?.()) || []
    if (files.length > 0) void laying.startBeside(files, scanId)
  }, [scanId, takeWaiting, laying.startBeside])
  const rule = { endings: scanEndings, maxBytes: MAX_FILE_BYTES }
  const note = <RefusalNote refusal={laying.refusal} onRetry={laying.retry} />
  if (!scanId) {
    if (!lay) return <p>{t('scan.none')}</p>
    return (
      <div className={classes.place}>
        <p>{t('scan.lead')}</p>
        <FileDrop
          label={t('scan.drop')}
          rule={rule}
          takesPhotos
          onFiles={(files) => laying.start(files, 'first', null)}
          isPending={laying.isPending}
          progress={laying.progress}
          refusal={laying.refusal}
          onRetry={laying.retry}
        />
      </div>
    )
  }
  return (
    <>
      {note}
      <ScanViewer
        id={scanId}
        actions={(scan) => (
          <div className={classes.actions}>
            {laying.isPending ? (
              <ProgressWords words={t('scan.loading')} share={laying.progress} />
            ) : (
              <>
                <FilesButton label={t('scan.add')} onFiles={(files) => laying.start(files, 'page', scan)} />
                <FilesButton label={t('scan.replace')} onFiles={(files) => laying.start(files, 'edition', scan)} />
                <span className={classes.hint}>{t('scan.replace.hint')}</span>
              </>
            )}
          </div>
        )}
      />
    </>
  )
}

function FilesButton({ label, onFiles }: { label: string; onFiles: (files: readonly File[]) => void }) {
  const id = useId()
  return (
    <Button component="label" htmlFor={id} size="compact-sm" className={classes.chooser}>
      {label}
      <input
        id={id}
        className="hidden-visually"
        type="file"
        multiple
        accept={scanEndings.join(',')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </Button>
  )
}

function noPlace(): Promise<never> {
  throw new Error('a scan that is only read cannot be laid')
}
