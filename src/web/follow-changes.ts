import { computerTime } from './clock.ts'
import { isOwnRequest } from './own-requests.ts'
import { hasUnsavedText, watchTyping } from './unsaved-text.ts'

/** Long enough for the answer of an own change to come, and for many windows not to ask at one moment. */
const WAIT_MS = 300
const SPREAD_MS = 700
/** A window whose screen takes long to answer asks so many times less often, and a server that is behind is asked less. */
const TIMES_ITS_ANSWER = 5
const LONGEST_WAIT_MS = 10_000
const AGAIN_MS = 60_000
const LOOK_MS = 20_000
const SLEPT_MS = 90_000

/**
 * Asks again what is on the screen when somebody else has changed it. Only a window that is looked at holds a stream;
 * one that comes back, one whose stream was broken, and one whose computer slept, asks once. Answers with the way to stop.
 */
export function followChanges(path: string, ask: () => Promise<void>): () => void {
  let stream: EventSource | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let hasMissed = false
  let answerMs = 0

  const askSoon = () => {
    const rest = Math.min(LONGEST_WAIT_MS, TIMES_ITS_ANSWER * answerMs)
    waiting ??= setTimeout(askNow, WAIT_MS + rest + Math.random() * SPREAD_MS)
  }
  const askNow = async () => {
    waiting = undefined
    if (hasUnsavedText()) return askSoon()
    const began = performance.now()
    await ask()
    answerMs = performance.now() - began
  }
  const hear = (said: MessageEvent<string>) => {
    const { by } = JSON.parse(said.data)
    // The event may overtake the answer to the change that it tells of.
    setTimeout(() => (by !== null && isOwnRequest(by)) || askSoon(), WAIT_MS)
  }
  const open = () => {
    close()
    if (document.visibilityState !== 'visible') return
    stream = new EventSource(path)
    stream.onmessage = hear
    stream.onopen = () => {
      if (hasMissed) askSoon()
      hasMissed = true
    }
    // A broken link the browser mends itself; a refusal is final for it.
    stream.onerror = () => {
      if (stream?.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS)
    }
  }
  const close = () => {
    clearTimeout(again)
    stream?.close()
    stream = null
  }

  const wake = () => {
    open()
    askSoon()
  }

  const stopWatching = watchTyping()
  const stopLooking = watchSleep(wake)
  document.addEventListener('visibilitychange', open)
  open()
  return () => {
    document.removeEventListener('visibilitychange', open)
    stopWatching()
    stopLooking()
    clearTimeout(waiting)
    close()
  }
}

/** The stream of a computer that slept may be dead without a word; a look that comes much too late tells of the sleep. */
function watchSleep(wake: () => void): () => void {
  let last = computerTime().getTime()
  const look = () => {
    const now = computerTime().getTime()
    if (now - last > SLEPT_MS) wake()
    last = now
  }
  const looking = setInterval(look, LOOK_MS)
  return () => clearInterval(looking)
}
