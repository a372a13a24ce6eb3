import { useLocation, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import * as z from 'zod'

const LinkState = z.object({ linkToken: z.string() })

/**
 * The secret of a link stands after «#», which browsers send to nobody. It leaves the address bar at once and lives on
 * in this tab's own history, so that a reload in the middle of the form loses nothing.
 */
export function useLinkToken(): string | null {
  const { hash, pathname, state } = useLocation()
  const { history } = useRouter()
  useEffect(() => {
    if (hash !== '') history.replace(pathname, { linkToken: hash })
  }, [hash, pathname, history])
  const kept = LinkState.safeParse(state)
  return hash || (kept.success ? kept.data.linkToken : null)
}
