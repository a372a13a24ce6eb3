import * as z from 'zod'
import { roles } from '../../kernel/actor.ts'
import { defineContract, RowVersion } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'
import { dayOffRules, isTimeZone, organisationKinds } from './organisation.ts'

export const OrganisationView = z.object({
  id: idOf<'organisation'>(),
  kind: z.enum(organisationKinds),
  parentId: idOf<'organisation'>().nullable(),
  shortName: z.string(),
  fullName: z.string(),
  timeZone: z.string(),
  dayOffRule: z.enum(dayOffRules),
  rowVersion: z.int(),
})

const Name = z.string().trim().min(2).max(400)

export const organisationsContract = defineContract({
  listOrganisations: {
    method: 'GET',
    path: '/organisations',
    callers: roles,
    input: z.object({}),
    output: z.object({ organisations: z.array(OrganisationView) }),
  },
  addOrganisation: {
    method: 'POST',
    path: '/organisations',
    callers: ['administrator', 'municipal_coordinator'],
    input: z.object({
      kind: z.enum(['school', 'institute']),
      parentId: idOf<'organisation'>(),
      shortName: Name,
      fullName: Name,
    }),
    output: OrganisationView,
  },
  changeOrganisation: {
    method: 'PUT',
    path: '/organisations/:id',
    callers: ['administrator', 'municipal_coordinator'],
    input: z.object({
      id: idOf<'organisation'>(),
      rowVersion: RowVersion,
      shortName: Name,
      fullName: Name,
      timeZone: z.string().refine(isTimeZone, 'time-zone'),
      dayOffRule: z.enum(dayOffRules),
    }),
    output: OrganisationView,
  },
})
