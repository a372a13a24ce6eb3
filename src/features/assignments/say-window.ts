import type { Window } from '../../kernel/period.ts'
import type { Language } from '../../kernel/words.ts'
import { sayWindows } from '../road-maps/say-period.ts'

/** «февраль–апрель 2024»; empty for an activity that has no windows. */
export function sayWindow(window: Window, language: Language): string {
  return window.start === null && window.end === null ? '' : sayWindows([window], language)
}
