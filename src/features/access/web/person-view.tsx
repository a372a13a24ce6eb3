import { Button } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { viewWords } from '../view-words.ts'
import type { Person } from './person.ts'
import { viewClient } from './view-client.ts'

/** «Посмотреть глазами…»: a whole new page, as that person. */
export function PersonView({ person }: { person: Person }) {
  const t = useWords(viewWords)
  const [isAsked, setAsked] = useState(false)
  const look = useChange(viewClient.viewAs, { onDone: () => window.location.assign('/'), refreshes: [] })
  return (
    <div>
      <Button onClick={() => setAsked(true)}>{t('open')}</Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('confirm.title', { name: person.name })}
        confirm={t('confirm.submit')}
        onConfirm={() => look.run({ personId: person.id })}
        onCancel={() => setAsked(false)}
        isPending={look.isPending}
        refusal={look.refusal}
      >
        <p>{t('confirm.text')}</p>
      </ConfirmDialog>
    </div>
  )
}
