import { expect, test } from 'vitest'
import { differencesOf, printRoadMaps } from '../../../src/features/road-maps/print-road-map.ts'
import { understandOrder } from '../../../src/features/road-maps/understand-order.ts'
import { readPaperBytes } from '../../../src/paper/open-paper.ts'
import { writeDocx } from '../../../src/paper/write-docx.ts'
import type { WrittenCell, WrittenTable } from '../../../src/paper/written.ts'
import { chanceOf } from './chance.ts'
import { planFileOf, planFormats } from './plan-files.ts'
import { layOut } from './plan-table.ts'
import { scorePlans } from './score-plans.ts'

/** A tenth of what `npm run plans` tries. */
const seeds = Array.from({ length: 20 }, (_, at) => at + 1)

test.each(planFormats)('plans made by chance are understood from %s', async (format) => {
  const score = await scorePlans(format, seeds)
  expect(score.failures).toEqual([])
  expect(score).toMatchObject({ plans: 20, found: score.activities, invented: 0, right: score.cells, silent: 0 })
})

test.each(['docx', 'xlsx'] as const)('plans made by chance leave as .%s and come back the same', async (format) => {
  for (const seed of seeds) {
    const first = understandOrder(await readPaperBytes(planFileOf(seed, 'docx').bytes), { year: null })
    const again = understandOrder(await readPaperBytes(await printRoadMaps(first, format)), { year: null })
    const [one, other] = [first, again].map(({ roadMap }) => (roadMap ? [roadMap] : []))
    expect([seed, differencesOf(one ?? [], other ?? [])]).toEqual([seed, 0])
  }
})

test('columns in another order give the same activities', async () => {
  for (const seed of seeds) {
    const { table, lines } = layOut(seed, { merges: false, lines: true, isStacked: false })
    const order = chanceOf(seed + 5).shuffled(table.widths.map((_, at) => at))
    const moved = (row: WrittenCell[]) => (row.length === 1 ? row : order.map((at) => row[at] ?? { text: '' }))
    const shuffled = { ...table, headRows: table.headRows.map(moved), rows: table.rows.filter(isOfPlan).map(moved) }
    const plain = { ...table, rows: table.rows.filter(isOfPlan) }
    const [one, other] = await Promise.all([plain, shuffled].map((each) => activitiesOf(lines, each)))
    expect([seed, other]).toEqual([seed, one])
  }
})

test('one seed is one plan, and another seed another', () => {
  const ability = { merges: true, lines: true, isStacked: false }
  expect(layOut(7, ability).rows).toEqual(layOut(7, ability).rows)
  expect(layOut(7, ability).rows).not.toEqual(layOut(8, ability).rows)
})

/** A row of column numbers counts the columns as they stood before. */
function isOfPlan(row: WrittenCell[]): boolean {
  return row.length === 1 || !row.every(({ text }, at) => text === String(at + 1))
}

async function activitiesOf(lines: string[], table: WrittenTable) {
  const bytes = writeDocx([...lines.map((text) => ({ text })), table])
  const { roadMap } = understandOrder(await readPaperBytes(bytes), { year: null })
  return roadMap?.sections.map(({ title, activities }) => ({
    title,
    activities: activities.map(({ source: _source, ...activity }) => activity),
  }))
}
