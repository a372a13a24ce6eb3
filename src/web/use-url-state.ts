import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type * as z from 'zod'
import type { SearchValues } from './search-params.ts'

/**
 * What is chosen on a screen, kept in its address: filters, the open cell. Values arrive as text (`z.coerce`);
 * the schema must accept an empty address and should `.catch(undefined)` what someone may have mistyped.
 */
export function useUrlState<S extends z.ZodType<SearchValues>>(
  schema: S,
): [z.output<S>, (change: Partial<z.output<S>>) => void] {
  const search: unknown = useSearch({ strict: false })
  const navigate = useNavigate()
  const parsed = schema.safeParse(search)
  const change = (patch: Partial<z.output<S>>) => {
    navigate({
      to: '.',
      search: (before: SearchValues) => ({ ...before, ...patch }),
      replace: true,
      resetScroll: false,
    })
  }
  return [parsed.success ? parsed.data : schema.parse({}), change]
}

/** The part of the path that the route calls `$name`. */
export function usePathParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`no ${name} in the path of this route`)
  return value
}
