/** The address to go back to after signing in: a page of ours and nothing else. */
export function returnAddress(wanted: unknown): string {
  const isOurs = typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted) && !/^\/(sign-in|link)\b/.test(wanted)
  return isOurs ? wanted : '/'
}

/** Where to sign in so as to come back here. */
export function signInPath(here: string): string {
  return here === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: here })}`
}
