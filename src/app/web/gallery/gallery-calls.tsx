import { Button } from '@mantine/core'
import type { CallOptions } from '../../../kernel/client.ts'
import { noteConnection } from '../../../web/connection.ts'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { ConnectionLost, Refused } from '../../../web/refused.ts'
import { useChange } from '../../../web/use-change.ts'
import classes from './gallery-page.module.css'

let attempts = 0

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function readSlowly({ name }: { name: string }) {
  await after(700)
  return { text: `Ответ для «${name}»` }
}

async function saveOverBadLink({ name }: { name: string }, _options?: CallOptions) {
  await after(300)
  attempts += 1
  noteConnection(attempts % 3 === 0)
  if (attempts % 3 !== 0) throw new ConnectionLost()
  return { text: `Записано «${name}» с попытки ${attempts}` }
}

async function refuse(_input: { name: string }): Promise<{ text: string }> {
  await after(300)
  throw new Refused({ code: 'sample', message: 'Карта уже утверждена.', requestId: 'r-1' }, 409)
}

/** How screens ask and change, with calls that play the server. */
export function GalleryCalls() {
  const read = useCall(readSlowly, { name: 'школа' })
  const save = useChange(saveOverBadLink)
  const approve = useChange(refuse)
  return (
    <section>
      <h2>Вызовы</h2>
      <Loaded call={read}>{(answer) => <p>{answer.text}</p>}</Loaded>
      <div className={classes.row}>
        <Button loading={save.isPending} onClick={() => save.run({ name: 'срок' })}>
          Записать при плохой связи
        </Button>
        {save.output?.text}
      </div>
      <div className={classes.row}>
        <Button loading={approve.isPending} onClick={() => approve.run({ name: 'карта' })}>
          Утвердить
        </Button>
        <RefusalNote refusal={approve.refusal} onRetry={approve.retry} />
      </div>
    </section>
  )
}
