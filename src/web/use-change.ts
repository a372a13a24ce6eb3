import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CallOptions } from '../kernel/client.ts'
import { type Call, refresh } from './query.ts'
import { Refused } from './refused.ts'

export type UseChangeOptions<Input, Output> = {
  onDone?: (output: Output, input: Input) => void
  /** Which calls to ask again afterwards; everything on the screen by default. */
  refreshes?: readonly Call<never, unknown>[]
}

export type Change<Input, Output> = {
  /** Starts the change; a second click while it is on its way does nothing. */
  run: (input: Input, upload?: Blob) => void
  /** The same again, after a refusal. */
  retry: () => void
  /** Forgets the refusal. */
  reset: () => void
  isPending: boolean
  /** Share of an upload that has gone, from 0 to 1. */
  progress: number | null
  /** The «no», for `<RefusalNote>`; stale ones too, for `<StaleNote>`. */
  refusal: Refused | null
  output: Output | undefined
}

/** A change at the server: `const approve = useChange(client.approveRoadMap)`, then `approve.run({ id, rowVersion })`. */
export function useChange<Input, Output>(
  call: Call<Input, Output>,
  { onDone, refreshes }: UseChangeOptions<Input, Output> = {},
): Change<Input, Output> {
  const [progress, setProgress] = useState<number | null>(null)
  const isOnItsWay = useRef(false)
  const mutation = useMutation<Output, Error, Attempt<Input>>({
    mutationFn: ({ input, options }) => call(input, { ...options, onProgress: setProgress }),
    onSuccess: async (output, { input }) => {
      onDone?.(output, input)
      await refresh(refreshes)
    },
    onSettled: () => {
      isOnItsWay.current = false
      setProgress(null)
    },
    throwOnError: (error) => !(error instanceof Refused),
  })
  const start = (attempt: Attempt<Input>) => {
    if (isOnItsWay.current) return
    isOnItsWay.current = true
    mutation.mutate(attempt)
  }
  return {
    run: (input, upload) => start({ input, options: upload ? { upload } : {} }),
    retry: () => mutation.variables && start(mutation.variables),
    reset: mutation.reset,
    isPending: mutation.isPending,
    progress,
    refusal: mutation.error instanceof Refused ? mutation.error : null,
    output: mutation.data,
  }
}

type Attempt<Input> = { input: Input; options: CallOptions }
