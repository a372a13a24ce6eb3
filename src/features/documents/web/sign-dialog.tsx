import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { DayInput } from '../../../web/day-input.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { FileDrop } from '../../../web/file-drop.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { useMe } from '../../access/web/me.ts'
import { MAX_FILE_BYTES } from '../../files/contract.ts'
import { signatureForms } from '../document.ts'
import type { DocumentView } from '../view.ts'
import { documents } from './client.ts'
import classes from './documents.module.css'
import { words } from './words.ts'

const rules = {
  scan: { endings: ['.pdf', '.jpg', '.jpeg', '.png'], maxBytes: MAX_FILE_BYTES },
  detached: { endings: ['.sig', '.p7s', '.sgn', '.p7m'], maxBytes: MAX_FILE_BYTES },
}

/** The scan of the signed paper, or the file of an electronic signature. */
export function SignDialog({ view, onClose }: { view: DocumentView; onClose: () => void }) {
  const t = useWords(words)
  const { today } = useMe()
  const [form, setForm] = useState<(typeof signatureForms)[number]>('scan')
  const [day, setDay] = useState<Day | null>(view.signedOn ?? today)
  const sign = useChange(documents.signDocument, { onDone: onClose })
  const take = (file: File) => {
    if (day === null) return
    sign.run({ id: view.id, rowVersion: view.rowVersion, name: file.name, form, signedOn: day }, file)
  }
  return (
    <Dialog isOpen title={t('sign.title')} onClose={onClose} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
      <div className={classes.form}>
        <NativeSelect
          label={t('sign.how')}
          value={form}
          data={signatureForms.map((value) => ({ value, label: t(`sign.${value}`) }))}
          onChange={(event) => setForm(signatureForms.find((one) => one === event.currentTarget.value) ?? 'scan')}
        />
        {form === 'detached' ? <p className={classes.soft}>{t('sign.lead')}</p> : null}
        <DayInput label={t('sign.date')} value={day} onChange={setDay} isRequired />
        <FileDrop
          label={t('sign.file')}
          rule={rules[form]}
          onFile={take}
          takesPhotos={form === 'scan'}
          isPending={sign.isPending}
          progress={sign.progress}
          refusal={sign.refusal}
          onRetry={sign.retry}
        />
      </div>
    </Dialog>
  )
}
