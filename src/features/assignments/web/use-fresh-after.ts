import { useEffect } from 'react'
import { refresh } from '../../../web/query.ts'
import type { Refused } from '../../../web/refused.ts'

const CONFLICT = 409

/** Somebody was faster: the panel shows what is in force now, beside what was typed. */
export function useFreshAfter(refusal: Refused | null): void {
  useEffect(() => {
    if (refusal && (refusal.isStale || refusal.status === CONFLICT)) refresh()
  }, [refusal])
}
