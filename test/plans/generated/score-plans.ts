import { readPaperBytes } from '../../../src/paper/open-paper.ts'
import { type PlanScore, scoreOf } from '../plan-score.ts'
import { type PlanFormat, planFileOf } from './plan-files.ts'

/** How well the plans of one format were understood; `failures` name the seed of each plan that was not read whole. */
export type FormatScore = Pick<PlanScore, 'activities' | 'found' | 'invented' | 'cells' | 'right' | 'silent'> & {
  format: PlanFormat
  plans: number
  failures: { seed: number; errors: string[] }[]
}

export async function scorePlans(format: PlanFormat, seeds: readonly number[]): Promise<FormatScore> {
  const score: FormatScore = {
    format,
    plans: 0,
    activities: 0,
    found: 0,
    invented: 0,
    cells: 0,
    right: 0,
    silent: 0,
    failures: [],
  }
  for (const seed of seeds) {
    const { page, bytes } = planFileOf(seed, format)
    const paper = await readPaperBytes(bytes)
    const one = scoreOf({ name: `${format} ${seed}`, paper, title: page.title, rows: page.rows, findings: [] })
    score.plans += 1
    for (const count of ['activities', 'found', 'invented', 'cells', 'right', 'silent'] as const)
      score[count] += one[count]
    if (one.errors.length > 0) score.failures.push({ seed, errors: one.errors })
  }
  return score
}
