import type { OutputOf } from '../../../kernel/contract.ts'
import { type Day, dayAt } from '../../../kernel/day.ts'
import { useCall } from '../../../web/query.ts'
import { byNumberInName } from '../../organisations/web/by-number-in-name.ts'
import type { accessContract } from '../contract.ts'
import { accessClient } from './access-client.ts'
import { useMe } from './me.ts'

type Listed = OutputOf<typeof accessContract.listInvitations>['invitations'][number]

/** An unused link; `expiresOn` is the last whole day on which it works. */
export type OpenInvitation = Listed & { expiresOn: Day }

/** Unused links in the order of their schools. */
export function useOpenInvitations() {
  const { timeZone } = useMe()
  const listed = useCall(accessClient.listInvitations, {})
  const invitations = (listed.data?.invitations ?? [])
    .map((one) => ({ ...one, expiresOn: dayAt(new Date(one.expiresAt), timeZone) }))
    .sort((a, b) => byNumberInName(a.organisationName, b.organisationName))
  return { listed, invitations }
}

/** The address that a link opens: the token stands after «#», where no server's log sees it. */
export function useLinkTo(): (invitation: Pick<Listed, 'token'>) => string {
  const { publicUrl } = useMe()
  return ({ token }) => `${publicUrl}/link#${token}`
}
