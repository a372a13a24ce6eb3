import { Button } from '@mantine/core'
import { currentTime } from '../../../web/clock.ts'
import { ProgressWords } from '../../../web/progress-words.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { ImportView } from '../import-contract.ts'
import { imports } from './client.ts'
import { words } from './import-words.ts'

const LOOK_EVERY_MS = 700
const LONG_MS = 20_000

/** The paper is being read elsewhere: this looks at it until it is done; one may leave and come back. */
export function ReadingImport({ view }: { view: ImportView }) {
  const t = useWords(words)
  useCall(imports.loadImport, { id: view.id }, { every: LOOK_EVERY_MS })
  const stop = useChange(imports.abandonImport)
  const isLong = currentTime().getTime() - Date.parse(view.createdAt) > LONG_MS
  return (
    <>
      <ProgressWords words={t('import.reading', { name: view.name })} share={null} />
      {isLong ? (
        <p>
          {t('import.reading.long')}{' '}
          <Button loading={stop.isPending} onClick={() => stop.run({ id: view.id, rowVersion: view.rowVersion })}>
            {t('import.stop')}
          </Button>
        </p>
      ) : null}
      <RefusalNote refusal={stop.refusal} />
    </>
  )
}
