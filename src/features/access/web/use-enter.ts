import { useRouter } from '@tanstack/react-router'
import { queryClient } from '../../../web/query.ts'

/** Goes in: what was asked before, as somebody else or as nobody, is forgotten. */
export function useEnter(): (path: string) => void {
  const { history } = useRouter()
  return (path) => {
    queryClient.removeQueries()
    history.replace(path)
  }
}
