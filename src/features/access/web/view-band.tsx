import { Button } from '@mantine/core'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { viewWords } from '../view-words.ts'
import { useMe } from './me.ts'
import classes from './view-band.module.css'
import { viewClient } from './view-client.ts'

/** Says over every screen through whose eyes an administrator looks, and leads back. Draws nothing otherwise. */
export function ViewBand() {
  const t = useWords(viewWords)
  const { person } = useMe()
  const back = useChange(viewClient.comeBack, {
    onDone: () => window.location.assign('/settings/people'),
    refreshes: [],
  })
  if (person.seenBy === null) return null
  return (
    <section className={classes.band} aria-label={t('band.label')}>
      <p role="status">{t('band', { name: person.name })}</p>
      <Button size="compact-sm" loading={back.isPending} onClick={() => back.run({})}>
        {t('back')}
      </Button>
    </section>
  )
}
