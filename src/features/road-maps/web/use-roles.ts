import type { Role } from '../../../kernel/actor.ts'
import { createClient } from '../../../kernel/client.ts'
import { useCall } from '../../../web/query.ts'
import { send } from '../../../web/send.ts'
import { accessContract } from '../../access/contract.ts'

const { loadMe } = createClient(accessContract, send)

/** Whether the person on the screen has one of these roles anywhere; the server says the last word. */
export function useRoles(...wanted: readonly Role[]): boolean {
  const { data } = useCall(loadMe, {})
  return data?.person?.memberships.some((one) => wanted.includes(one.role)) ?? false
}
