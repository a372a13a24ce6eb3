import { Button } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { organisationsWords } from '../screen-words.ts'
import { organisationsClient } from './organisations-client.ts'
import type { Organisation } from './tree-rows.ts'

/** An authority at the top, with no schools of its own yet, keeps a region: municipalities are added below it. */
export function BecomeRegion({ organisation: { id, rowVersion } }: { organisation: Organisation }) {
  const t = useWords(organisationsWords)
  const [isAsked, setAsked] = useState(false)
  const done = () => {
    setAsked(false)
    announce(t('region.done'))
  }
  const change = useChange(organisationsClient.becomeRegion, { onDone: done })
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('region.become')}</Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('region.title')}
        confirm={t('region.confirm')}
        onConfirm={() => change.run({ id, rowVersion })}
        onCancel={() => setAsked(false)}
        isPending={change.isPending}
        refusal={change.refusal}
      >
        <p>{t('region.text')}</p>
      </ConfirmDialog>
    </>
  )
}
