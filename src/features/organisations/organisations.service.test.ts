import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { organisationsContract } from './contract.ts'

const { district, as } = await startTestApp()
const wanted = { kind: 'school' as const, shortName: 'МБОУ «Новая СОШ»', fullName: 'МБОУ «Новая СОШ»' }

test('a school is made below the authority, never below another school whose head would see it', async () => {
  const parentId = district.schools[0]?.id
  if (!parentId) throw new Error('no such school')
  const refused = await as('coordinator').call(organisationsContract.addOrganisation, { ...wanted, parentId })
  expect(refused).toMatchObject({ status: 422, refusal: { code: 'organisation.not-below-this' } })
  const made = await as('coordinator').call(organisationsContract.addOrganisation, {
    ...wanted,
    parentId: district.authority.id,
  })
  expect(made.status).toBe(200)
})
