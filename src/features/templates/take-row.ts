import type { WantedRow } from '../road-maps/comparable-rows.ts'
import { addRow, addSection } from '../road-maps/edit-understanding.ts'
import { fieldsChanged } from '../road-maps/row-difference.ts'
import type { Understanding, UnderstoodActivity } from '../road-maps/understanding.ts'
import type { OfferedRow, RowWords } from './template-difference.ts'

/** The understanding with this one row as the template has it now; every other row as it was. */
export function withRowTaken(before: Understanding, offered: OfferedRow<WantedRow>): Understanding {
  const { own, wanted, latest } = offered
  if (own) return mapRow(before, own.row.key, (row) => (wanted ? wordedAs(row, wanted) : { ...row, removed: true }))
  return latest ? withNewRow(before, latest, offered.above?.row.key ?? null) : before
}

function wordedAs(row: UnderstoodActivity, wanted: RowWords): UnderstoodActivity {
  const { number, title, period, executors, expectedResult, targetGroups, heldBy, proof, parts } = wanted
  const after = { ...row, number, title, period, executors, expectedResult, targetGroups, heldBy, proof, parts }
  const fields = fieldsChanged(row, after)
  const changed = [...new Set([...row.changed, ...fields])]
  return fields.includes('period') ? { ...after, periodReading: null, changed } : { ...after, changed }
}

/** Below what stands above it in the template, in the section of that name; a section that is not there is added. */
function withNewRow(before: Understanding, latest: WantedRow, above: string | null): Understanding {
  const { number, title, audience } = latest.section
  const found = before.sections.findIndex((section) => section.title === title)
  const place = found >= 0 ? found : before.sections.length
  const ready = found >= 0 ? before : addSection(before, { number, title })
  const added = addRow(ready, place, { number: latest.number, title: latest.title })
  const row = added?.sections[place]?.activities.at(-1)
  if (!added || !row) return before
  return {
    ...added,
    sections: added.sections.map((section, index) => {
      if (index !== place) return section
      const rows = section.activities.filter((one) => one.key !== row.key)
      const neighbour = rows.findIndex((one) => one.key === above)
      rows.splice(neighbour >= 0 ? neighbour + 1 : rows.length, 0, wordedAs(row, latest))
      return { ...section, audience: found >= 0 ? section.audience : audience, activities: rows }
    }),
  }
}

function mapRow(before: Understanding, key: string, change: (row: UnderstoodActivity) => UnderstoodActivity) {
  const sections = before.sections.map((section) => ({
    ...section,
    activities: section.activities.map((row) => (row.key === key ? change(row) : row)),
  }))
  return { ...before, sections }
}
