import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Goes elsewhere once; the router's own `Navigate` goes again at every drawing, for ever where the address matters. */
export function GoTo({ path }: { path: string }) {
  const { history } = useRouter()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, to the first path that was named
  useEffect(() => history.replace(path), [history])
  return null
}
