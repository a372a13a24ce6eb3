import { useCallback, useEffect, useState } from 'react'
import { computerTime, currentTime } from './clock.ts'
import { forget, keep, kept, keptKeys } from './storage.ts'

const PREFIX = 'opora.draft.'
const LIFE_MS = 7 * 24 * 60 * 60 * 1000

export type Draft<T> = {
  value: T
  set: (value: T) => void
  /** Call it when the server has taken the text. */
  clear: () => void
  /** True where the value was typed earlier and brought back. */
  isRestored: boolean
}

/**
 * Typed text that survives a reload, a lost session and a closed window, for seven days on this computer.
 * `key` names the thing being typed, with its id: `comment.${assignmentId}`. Plain values and objects of them only.
 */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const [state, setState] = useState(() => ({ key, ...restore(key, initial) }))
  if (state.key !== key) setState({ key, ...restore(key, initial) })
  const set = useCallback(
    (next: T) => {
      setState((before) => ({ ...before, value: next }))
      keep(PREFIX + key, JSON.stringify({ at: currentTime().getTime(), own: computerTime().getTime(), value: next }))
    },
    [key],
  )
  const clear = useCallback(() => {
    forget(PREFIX + key)
    setState({ key, value: initial, isRestored: false })
  }, [key, initial])
  useEffect(forgetOldDrafts, [])
  return { value: state.value, set, clear, isRestored: state.isRestored }
}

/** On signing out: a school's computer has many owners. */
export function forgetDrafts(): void {
  for (const key of keptKeys(PREFIX)) forget(key)
}

function restore<T>(key: string, initial: T): { value: T; isRestored: boolean } {
  const stored = storedAt(PREFIX + key)
  if (!stored || !hasShapeOf(stored.value, initial)) return { value: initial, isRestored: false }
  return { value: isFields(initial) ? { ...initial, ...stored.value } : stored.value, isRestored: true }
}

function storedAt(key: string): { value: unknown } | null {
  try {
    const stored: unknown = JSON.parse(kept(key) ?? 'null')
    if (!isFields(stored) || typeof stored.at !== 'number') return null
    // Either clock may jump, and what was typed must not be lost by it: it is old when both say so.
    const own = typeof stored.own === 'number' ? stored.own : stored.at
    const age = Math.min(currentTime().getTime() - stored.at, computerTime().getTime() - own)
    return age < LIFE_MS ? { value: stored.value } : null
  } catch {
    return null
  }
}

function forgetOldDrafts(): void {
  for (const key of keptKeys(PREFIX)) if (!storedAt(key)) forget(key)
}

/** An older release may have kept another shape: such a draft is let go. */
function hasShapeOf<T>(value: unknown, initial: T): value is T {
  if (!isFields(initial)) return Array.isArray(value) === Array.isArray(initial) && typeof value === typeof initial
  if (!isFields(value)) return false
  const fields = initial
  return Object.entries(value).every(([name, one]) => {
    const start = fields[name]
    return name in fields && (start === null || one === null || typeof one === typeof start)
  })
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
