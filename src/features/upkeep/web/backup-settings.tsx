import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as z from 'zod'
import { announce } from '../../../web/announce.tsx'
import { FormErrors } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { StaleNote } from '../../../web/stale-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { organisationsWords } from '../../organisations/screen-words.ts'
import classes from '../../organisations/web/form.module.css'
import { isRussianZone } from '../../organisations/web/time-zones.ts'
import { useForm } from '../../organisations/web/use-form.ts'
import type { BackupsView } from '../contract.ts'
import { upkeepWords } from '../screen-words.ts'
import { upkeepClient } from './upkeep-client.ts'

const Current = z.object({ folder: z.string().nullable(), atTime: z.string(), rowVersion: z.int() })

type Card = { folder: string; atTime: string }

const EXAMPLE = 'D:\\opora · /media/disk/opora'
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** Where copies go and at what time; what somebody else set meanwhile is shown beside one's own. */
export function BackupSettings({ settings, timeZone }: Pick<BackupsView, 'settings' | 'timeZone'>) {
  const t = useWords(upkeepWords)
  const zones = useWords(organisationsWords)
  const [values, set] = useState(() => cardOf(settings))
  // With the version that was read: an answer that comes while one types does not make an old text look fresh.
  const [rowVersion, setVersion] = useState(settings.rowVersion)
  const change = useChange(upkeepClient.changeBackupSettings, {
    onDone: (_, input) => {
      setVersion(input.rowVersion + 1)
      announce(t('settings.saved'))
    },
  })
  const save = ({ folder, atTime }: Card, version: number) =>
    change.run({ folder: folder.trim() || null, atTime, rowVersion: version })
  const form = useForm({
    name: 'backup',
    values,
    set,
    refusal: change.refusal,
    send: (next) => save(next, rowVersion),
    check: ({ atTime }) => ({ atTime: TIME.test(atTime) ? null : t('settings.time.fault') }),
    faultAt: { 'upkeep.folder-closed': 'folder', 'upkeep.folder-relative': 'folder' },
  })
  const take = (current: z.infer<typeof Current>) => {
    set(cardOf(current))
    setVersion(current.rowVersion)
    change.reset()
  }
  const textOf = ({ folder, atTime }: Card) => `${folder || t('settings.own')}\n${atTime}`
  return (
    <form className={classes.form} onSubmit={form.onSubmit} noValidate>
      <FormErrors errors={form.errors} />
      <RefusalNote refusal={form.note} onRetry={change.retry} />
      <StaleNote
        refusal={change.refusal}
        schema={Current}
        yours={textOf(values)}
        show={(current) => textOf(cardOf(current))}
        onKeep={(current) => save(values, current.rowVersion)}
        onTake={take}
      />
      <TextInput
        {...form.field('folder')}
        label={t('settings.folder')}
        description={t('settings.folder.hint', { example: EXAMPLE })}
        maxLength={500}
        autoComplete="off"
      />
      <TextInput
        {...form.field('atTime')}
        label={t('settings.time')}
        description={t('settings.time.hint', { zone: isRussianZone(timeZone) ? zones(`zone.${timeZone}`) : timeZone })}
        maxLength={5}
        autoComplete="off"
      />
      <div className={classes.actions}>
        <Button type="submit" loading={change.isPending}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  )
}

function cardOf({ folder, atTime }: { folder: string | null; atTime: string }): Card {
  return { folder: folder ?? '', atTime }
}
