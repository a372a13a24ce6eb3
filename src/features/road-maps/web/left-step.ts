/** The steps from a reading to a road map, in their order. */
export const importSteps = ['rows', 'schools', 'parts', 'confirm'] as const
export type ImportStep = (typeof importSteps)[number]

let left: { importId: string; step: ImportStep } | null = null

/** Whoever goes to look at something else on the way comes back to this step, by whichever way. */
export function leaveAt(importId: string, step: ImportStep): void {
  left = { importId, step }
}

/** Where this window left an import; the first step where it did not. */
export function stepLeft(importId: string): ImportStep {
  return left?.importId === importId ? left.step : 'rows'
}
