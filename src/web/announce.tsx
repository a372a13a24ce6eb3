import { useEffect, useSyncExternalStore } from 'react'
import classes from './announce.module.css'

const SHOWN_MS = 6000
const listeners = new Set<() => void>()
let sentence: string | null = null

/** Says for some seconds at the foot what has happened: «Направлено 6 школам». Never for what needs an answer. */
export function announce(text: string): void {
  say(text)
}

/** The place where it is said; the shell has one. */
export function Announcer() {
  const said = useSyncExternalStore(subscribe, () => sentence)
  useEffect(() => {
    if (said === null) return
    const clock = setTimeout(() => say(null), SHOWN_MS)
    return () => clearTimeout(clock)
  }, [said])
  return (
    <div className={classes.announcer} role="status" data-empty={said === null}>
      {said}
    </div>
  )
}

function say(text: string | null): void {
  sentence = text
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
