import { Button } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { entryWords } from '../entry-words.ts'
import type { Person } from './person.ts'
import classes from './person-panel.module.css'
import { secondFactorClient } from './second-factor-client.ts'

/** The second step of somebody who has lost the phone and the sheet. */
export function PersonPhone({ person }: { person: Person }) {
  const t = useWords(entryWords)
  const [isAsked, setAsked] = useState(false)
  const done = () => {
    setAsked(false)
    announce(t('person.phone.taken'))
  }
  const takeOff = useChange(secondFactorClient.takeSecondFactorOff, { onDone: done })
  return (
    <section className={classes.part}>
      <h3>{t('person.phone')}</h3>
      <p>{t('person.phone.text')}</p>
      <div>
        <Button onClick={() => setAsked(true)}>{t('person.phone.off')}</Button>
      </div>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('person.phone.off.title', { name: person.name })}
        confirm={t('person.phone.off')}
        onConfirm={() => takeOff.run({ id: person.id })}
        onCancel={() => setAsked(false)}
        isPending={takeOff.isPending}
        refusal={takeOff.refusal}
      >
        <p>{t('person.phone.off.text')}</p>
      </ConfirmDialog>
    </section>
  )
}
