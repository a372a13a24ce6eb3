import { settleMail } from '../../features/messages/mail-settings.service.ts'
import { forgetOldMail, takeBackAbandoned } from '../../features/messages/outbox.service.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Perform } from '../perform.ts'
import { deliverMail } from './deliver-mail.ts'
import { writeDigests } from './write-digest.ts'

const EVERY_MS = 60_000
/** Until somebody has set Opora up: then the settings of mail are there before she looks for them. */
const UNSETTLED_EVERY_MS = 3_000
const PATIENT_MS = 3_000
const actor: Actor = { kind: 'job', name: 'messages.keep' }

/** Writes the letters of mornings and sends what waits, from now on; several processes take turns. */
export function keepMessages(
  perform: Perform,
  publicUrl: string,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let isStopped = false
  let waiting: NodeJS.Timeout | undefined
  let current: Promise<void> = Promise.resolve()
  const look = async () => {
    const isSettled = await turn(perform, publicUrl, onError).catch((error: unknown) => {
      if (!isStopped) onError(error)
      return true
    })
    if (!isStopped) waiting = setTimeout(begin, isSettled ? EVERY_MS : UNSETTLED_EVERY_MS).unref()
  }
  const begin = () => {
    current = look()
  }
  begin()
  return {
    async stop() {
      isStopped = true
      clearTimeout(waiting)
      // The turn under way may wait a minute for a silent mail server: it is not waited for so long. A letter that it leaves
      // behind is taken up after the next start (`takeBackAbandoned`).
      await Promise.race([current, new Promise((later) => setTimeout(later, PATIENT_MS).unref())])
    },
  }
}

/** False where nobody has set Opora up yet. */
export async function turn(perform: Perform, publicUrl: string, onError: (error: unknown) => void): Promise<boolean> {
  if (!(await perform(actor, settleMail))) return false
  // A letter left by a worker that was killed must not keep the new morning's letter from being written.
  await perform(actor, takeBackAbandoned)
  const written = await writeDigests(perform, publicUrl, onError)
  if (written > 0) await perform(actor, forgetOldMail)
  await deliverMail(perform, publicUrl)
  return true
}
