import { Button } from '@mantine/core'
import { announce } from '../../../web/announce.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { settingsWords } from '../settings-words.ts'
import { accessClient } from './access-client.ts'
import classes from './late-links.module.css'
import { type Person, placesOf } from './person.ts'

/** Schools whose link was never used in time: each gets another at a press. */
export function LateLinks({ people }: { people: readonly Person[] }) {
  const t = useWords(settingsWords)
  const renew = useChange(accessClient.inviteAgain, { onDone: () => announce(t('person.link.done')) })
  if (people.length === 0) return null
  return (
    <section className={classes.late}>
      <h2>{t('links.late')}</h2>
      <RefusalNote refusal={renew.refusal} onRetry={renew.retry} />
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <span>{[placesOf(person), person.name].filter((one) => one !== '').join(', ')}</span>
            <Button
              size="compact-sm"
              aria-label={t('links.renew.label', { organisation: placesOf(person) })}
              onClick={() => renew.run({ id: person.id })}
            >
              {t('links.renew')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
