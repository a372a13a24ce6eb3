import { plansOf } from './plan-file.ts'
import { scoreOf } from './plan-score.ts'

/** Prints the scores of one half, or of both where none is named; `npx tsx test/plans/report.ts work [word of a name]`. */
const [half, only = ''] = process.argv.slice(2)
const halves = (['work', 'kept', 'fresh', 'mended', 'unseen', 'later', 'third'] as const).filter(
  (name) => half === undefined || half === name,
)
const areErrorsShown = half !== undefined

for (const name of halves) {
  const scores = plansOf(name)
    .filter((plan) => plan.name.includes(only))
    .map((plan) => ({ name: plan.name, ...scoreOf(plan) }))
  const sum = (of: (score: (typeof scores)[number]) => number) => scores.reduce((total, score) => total + of(score), 0)
  if (areErrorsShown)
    for (const score of scores.filter(({ errors, findings }) => errors.length + findings.length > 0))
      process.stdout.write(
        `${score.name}\n${[...score.errors, ...score.findings].map((line) => `    ${line}\n`).join('')}`,
      )
  const whole = scores.filter(({ errors, findings }) => errors.length + findings.length === 0).length
  const share = ((100 * sum((one) => one.right)) / sum((one) => one.cells)).toFixed(1)
  process.stdout.write(
    `${name}: ${scores.length} plans, ${whole} whole; ` +
      `activities ${sum((one) => one.found)} of ${sum((one) => one.activities)}, invented ${sum((one) => one.invented)}; ` +
      `cells ${sum((one) => one.right)} of ${sum((one) => one.cells)} (${share} %); ` +
      `silent errors ${sum((one) => one.silent)}; findings wrong ${sum((one) => one.findings.length)}\n`,
  )
}
