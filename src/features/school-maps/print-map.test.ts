import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { planYear } from '../../../test/harness/planned-year.ts'
import { approvedMap, fullRow } from '../../../test/harness/school-map-changes.ts'
import { readPaperBytes } from '../../paper/open-paper.ts'
import { understandOrder } from '../road-maps/understand-order.ts'
import { schoolMapsContract } from './contract.ts'

const app = await startTestApp()
const year = await planYear(app)
const [school] = app.district.schools
if (!school) throw new Error('a district without schools')
const place = { programmeId: year.programmeId, organisationId: school.id }

test.each(['docx', 'xlsx'] as const)(
  'inherited and own rows leave as .%s with the director’s order',
  async (format) => {
    if (format === 'docx') await approvedMap(app, place)
    const { status, raw } = await app.as('director').call(schoolMapsContract.printSchoolMap, { ...place, format })
    expect(status).toBe(200)
    const { roadMap } = understandOrder(await readPaperBytes(new Uint8Array(raw)), { year: null })
    const rows = roadMap?.sections.flatMap((section) => section.activities) ?? []
    expect(rows.map((row) => row.title)).toEqual(
      expect.arrayContaining(['Участие в вебинарах для управленческих команд', fullRow.title]),
    )
    const own = rows.find((row) => row.title === fullRow.title)
    expect(own?.period?.text).toBe('март–май 2024')
    expect(own?.expectedResult).toContain(`Показатель: ${fullRow.indicator}`)
    expect(own?.expectedResult).toContain(`Причина: ${fullRow.cause}`)
  },
)

test('a neighbour takes nothing out', async () => {
  const wanted = { ...place, format: 'docx' as const }
  expect((await app.as('neighbour').call(schoolMapsContract.printSchoolMap, wanted)).status).toBe(404)
})
