import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useMe } from '../../features/access/web/me.ts'
import { createClient } from '../../kernel/client.ts'
import type { Day } from '../../kernel/day.ts'
import { announce } from '../../web/announce.tsx'
import { DayInput } from '../../web/day-input.tsx'
import { RefusalNote } from '../../web/refusal-note.tsx'
import { send } from '../../web/send.ts'
import { useChange } from '../../web/use-change.ts'
import { useFormat } from '../../web/use-format.ts'
import { useWords } from '../../web/use-words.ts'
import { demonstrationContract } from '../demonstration/contract.ts'
import classes from './frame.module.css'
import { frameWords } from './frame-words.ts'

const client = createClient(demonstrationContract, send)

/** What day it is in the demonstration, and another one, for everybody in it. */
export function DemonstrationClock() {
  const t = useWords(frameWords)
  const format = useFormat()
  const { today } = useMe()
  const [day, setDay] = useState<Day | null>(today)
  const [isMissing, setMissing] = useState(false)
  const move = useChange(client.moveClock, {
    onDone: () => announce(t('clock.moved', { day: day ? format.day(day) : '' })),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(day === null)
    if (day) move.run({ today: day })
  }
  return (
    <form className={classes.clock} onSubmit={submit} noValidate>
      <DayInput
        label={t('clock.today')}
        value={day}
        onChange={setDay}
        error={isMissing ? t('clock.fault') : null}
        hint={t('clock.hint')}
      />
      <RefusalNote refusal={move.refusal} onRetry={move.retry} />
      <Button type="submit" loading={move.isPending}>
        {t('clock.move')}
      </Button>
    </form>
  )
}
