import { holdsSomewhere, type Role } from '../../../kernel/actor.ts'
import { useActor } from '../../access/web/me.ts'

/** Whether the person on the screen has one of these roles anywhere; the server says the last word. */
export function useRoles(...wanted: readonly Role[]): boolean {
  return holdsSomewhere(useActor(), wanted)
}
