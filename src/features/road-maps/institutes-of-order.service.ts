import type { Work } from '../../server/work.ts'
import { comparableName } from '../organisations/organisation.ts'
import { createOrganisations, listOpenOrganisations, type Organisation } from '../organisations/service.ts'
import { sideOf } from './executors.ts'
import { standingRows, type Understanding } from './understanding.ts'

/** Every institute that the order names as an executor has a row in the matrix afterwards; made once, below the authority. */
export async function makeInstitutes(work: Work, authority: Organisation, understanding: Understanding): Promise<void> {
  const named = standingRows(understanding)
    .filter(({ row }) => row.parts.institute === 'executes')
    .flatMap(({ row }) => row.executors?.names ?? [])
    .filter((name) => sideOf(name) === 'institute')
  if (named.length === 0) return
  const known = (await listOpenOrganisations(work)).filter((one) => one.kind === 'institute')
  const taken = new Set(known.flatMap((one) => [comparableName(one.shortName), comparableName(one.fullName)]))
  const fresh: string[] = []
  for (const name of named) {
    if (taken.has(comparableName(name))) continue
    taken.add(comparableName(name))
    fresh.push(name)
  }
  await createOrganisations(
    work,
    fresh.map((name) => ({ kind: 'institute', parent: authority, shortName: name, fullName: name })),
  )
}
