import type { OnBehalf } from '../../kernel/on-behalf.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { listOrganisations } from '../organisations/service.ts'
import { measuresIn } from '../templates/adopt-template.service.ts'
import type { TemplateSummary } from '../templates/contract.ts'
import type { Move } from '../templates/dated-row.ts'
import { keepTemplate } from '../templates/keep-templates.service.ts'
import { relativeTerm } from '../templates/relative-term.ts'
import { withoutYear } from '../templates/relative-text.ts'
import { textWithoutNames } from '../templates/without-names.ts'
import {
  findStanding,
  holdRevision,
  type InProject,
  loadSpot,
  type RevisionId,
  refuseWriter,
} from './load-map.service.ts'
import { addMapRow, listMapRows } from './rows.service.ts'
import { canWrite, guides, isOpenForWriting } from './school-map.ts'
import type { RowView } from './view.ts'

type Taking = {
  id: RevisionId
  template: string
  rows: readonly number[]
  moves: readonly Move[]
  onBehalf: OnBehalf | null
}

/** Measures of a template as rows of the school's own, in the year of its project; all of them or none. */
export async function addMeasures(
  work: Work,
  { id, template, rows, moves, onBehalf }: Taking,
): Promise<{ rows: RowView[] }> {
  const { revision, spot } = await holdRevision(work, id)
  refuseWriter(work, spot, onBehalf)
  refuseUnless(isOpenForWriting(revision.status), 'conflict', 'school-map.not-open')
  const known = await measuresIn(work, { key: template, years: spot.programme, moves })
  const added: RowView[] = []
  for (const place of [...new Set(rows)].sort((one, other) => one - other)) {
    const row = known.rows[place]
    refuseUnless(row, 'unprocessable', 'school-map.no-such-measure')
    const { cause, title, indicator, expectedResult, proof, period } = row
    const change = {
      cause,
      title,
      indicator,
      expectedResult: expectedResult ?? '',
      proof,
      periodText: period?.text ?? '',
    }
    added.push(await addMapRow(work, { id, change, onBehalf }))
  }
  await record(work, {
    action: 'school-map.measures-added',
    subjectId: id,
    organisationId: spot.school.id,
    after: { template: known.title, rows: added.length, moved: moves.length },
  })
  return { rows: added }
}

/** The school's own rows without the year, the names and whoever answers for them, for the school or for all of the authority's. */
export async function saveMapAsTemplate(
  work: Work,
  { title, ...where }: InProject & { title: string },
): Promise<TemplateSummary> {
  const spot = await loadSpot(work, where)
  const { programme, school, place, map } = spot
  refuseUnless(canWrite(work.actor, place), 'forbidden', 'school-map.not-yours')
  const { open, approved } = map ? await findStanding(work, map.id) : { open: null, approved: null }
  const revision = open ?? approved
  refuseUnless(revision, 'missing', 'school-map.missing')
  const known = await listOrganisations(work)
  const bare = (text: string) => textWithoutNames(withoutYear(text, programme.year), known)
  const rows = (await listMapRows(work, revision.id)).filter((row) => !row.removed)
  return keepTemplate(work, {
    ownerId: guides(work.actor, place) ? programme.authorityId : school.id,
    kind: 'school-map',
    title,
    content: {
      mapTitle: '',
      isSchoolYear: programme.isSchoolYear,
      sections: [
        {
          ...{ number: null, title: null, audience: 'all' },
          rows: rows.map((row) => ({
            ...{ number: null, executors: [], targetGroups: [], heldBy: 'school' as const },
            title: bare(row.title),
            term: relativeTerm(row.period, programme),
            expectedResult: bare(row.expectedResult),
            proof: row.proof,
            parts: { authority: 'is-informed' as const, institute: null, school: 'executes' as const },
            cause: bare(row.cause),
            indicator: bare(row.indicator),
          })),
        },
      ],
    },
  })
}
