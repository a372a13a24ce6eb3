import { Button } from '@mantine/core'
import { FileDrop } from '../../../web/file-drop.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { hrefOf } from '../../../web/send.ts'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { filesContract } from '../../files/contract.ts'
import { documents } from './client.ts'
import classes from './documents.module.css'
import { words } from './words.ts'

const rule = { endings: ['.docx'], maxBytes: 5 * 1024 * 1024 }

/** The office's own letterheads: laid, looked at, put away. */
export function Letterheads({ onClose }: { onClose: () => void }) {
  const t = useWords(words)
  const found = useCall(documents.listLetterheads, {})
  const add = useChange(documents.addLetterhead)
  const retire = useChange(documents.retireLetterhead)
  return (
    <SidePanel isOpen title={t('letterheads.title')} onClose={onClose}>
      <div className={classes.panel}>
        <p className={classes.soft}>{t('letterheads.lead')}</p>
        <Loaded call={found}>
          {({ letterheads }) => (
            <ul className={classes.list}>
              {letterheads.length === 0 ? <li className={classes.soft}>{t('letterheads.none')}</li> : null}
              {letterheads.map(({ id, name, fileId, rowVersion }) => (
                <li key={id} className={classes.line}>
                  <a href={hrefOf(filesContract.openFile, { id: fileId })}>{name}</a>
                  <Button size="compact-sm" onClick={() => retire.run({ id, rowVersion })}>
                    {t('letterheads.retire')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
        <RefusalNote refusal={retire.refusal} onRetry={retire.retry} />
        <div className={classes.faults}>
          <FileDrop
            label={t('letterheads.file')}
            rule={rule}
            onFile={(file) => add.run({ name: file.name }, file)}
            isPending={add.isPending}
            progress={add.progress}
            refusal={add.refusal}
            onRetry={add.retry}
          />
        </div>
      </div>
    </SidePanel>
  )
}
