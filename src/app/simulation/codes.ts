import type { CodeScheme } from '../../features/organisations/code.ts'
import { organisationCodes, organisationNames } from '../../features/organisations/tables.ts'
import type { Day } from '../../kernel/day.ts'
import { workingMoment } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { District } from './district.ts'
import type { Ground, Place } from './house.ts'
import { districtNames } from './names.ts'

const INN_WEIGHTS = [2, 4, 10, 3, 5, 9, 4, 6, 8]

/** Codes of a territory that no register has, with check digits that fit. */
export function addCodes(ground: Ground, { authority, schools }: District, index: number): void {
  const number = String(index + 1).padStart(2, '0')
  addCode(ground, authority, { scheme: 'oktmo', value: `995${number}000` })
  for (const [place, school] of schools.entries()) {
    const own = `${number}-${String(place + 1).padStart(3, '0')}`
    addCode(ground, school.place, { scheme: 'own', value: own })
    addCode(ground, school.place, { scheme: 'inn', value: innFrom(ground.chance) })
    addCode(ground, school.place, { scheme: 'fis-oko', value: `edu99${own.replace('-', '')}` })
  }
}

/** «Район» until that day, «округ» from it on. */
export function renameDistrict({ chance, ledger, begins }: Ground, { id }: Place, said: { index: number; from: Day }) {
  const { short, full } = districtNames(said.index)
  const recordedAt = workingMoment(chance, begins)
  const row = { organisationId: id, recordedAt }
  const former = { shortName: short.replace(/округа$/, 'района'), fullName: full.replace('округа', 'района') }
  ledger.add(
    organisationNames,
    { ...row, ...former, id: chance.id<'organisationName'>(recordedAt), validFrom: null, basis: '' },
    {
      ...{ ...row, id: chance.id<'organisationName'>(recordedAt), shortName: short, fullName: full },
      ...{ validFrom: said.from, basis: 'Закон области о преобразовании районов, № 57-З' },
    },
  )
  const trace = { subjectId: id, organisationId: id, by: null, at: recordedAt }
  ledger.trace({ ...trace, action: 'organisation.renamed', before: former, after: said })
}

function addCode({ chance, ledger, begins }: Ground, { id }: Place, code: { scheme: CodeScheme; value: string }): void {
  const recordedAt = workingMoment(chance, begins)
  ledger.add(organisationCodes, {
    ...code,
    id: chance.id<'organisationCode'>(recordedAt),
    organisationId: id,
    recordedAt,
  })
}

function innFrom(chance: Chance): string {
  const digits = [9, 9, ...Array.from({ length: 7 }, () => chance.whole(0, 9))]
  const sum = INN_WEIGHTS.reduce((total, weight, place) => total + weight * (digits[place] ?? 0), 0)
  return [...digits, (sum % 11) % 10].join('')
}
