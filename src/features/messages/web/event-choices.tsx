import { Radio } from '@mantine/core'
import { useId } from 'react'
import { useWords } from '../../../web/use-words.ts'
import type { LettersView } from '../contract.ts'
import { choices } from '../message.ts'
import { letterScreenWords } from '../screen-words.ts'
import classes from './notifications-page.module.css'

type Events = LettersView['events']

/** A row for each event, and one of three choices in it. */
export function EventChoices({ events, onChange }: { events: Events; onChange: (events: Events) => void }) {
  const t = useWords(letterScreenWords)
  const name = useId()
  return (
    <div className={classes.events}>
      <h2>{t('which')}</h2>
      <p className={classes.intro}>{t('which.when')}</p>
      {events.map(({ event, choice }) => (
        <fieldset key={event} className={classes.event}>
          <legend>{t(`event.${event}`)}</legend>
          {choices.map((one) => (
            <Radio
              key={one}
              name={`${name}-${event}`}
              value={one}
              label={t(`choice.${one}`)}
              checked={choice === one}
              onChange={() => onChange(events.map((other) => (other.event === event ? { event, choice: one } : other)))}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}
