import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from './error-state.tsx'
import { Loading } from './loading.tsx'

type Props<Output> = {
  call: UseQueryResult<Output>
  children: (output: Output) => ReactNode
  /** Instead of the grey lines. */
  loading?: ReactNode
}

/** The answer of `useCall`, or its skeleton, or its sentence: `<Loaded call={found}>{(roadMap) => …}</Loaded>`. */
export function Loaded<Output>({ call, children, loading = <Loading /> }: Props<Output>) {
  if (call.data !== undefined) return children(call.data)
  if (call.error) return <ErrorState error={call.error} onRetry={() => call.refetch()} />
  return loading
}
