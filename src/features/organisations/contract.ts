import * as z from 'zod'
import { roles } from '../../kernel/actor.ts'
import { defineContract, Moment, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { codeSchemes } from './code.ts'
import { dayOffRules, isTimeZone, organisationKinds } from './organisation.ts'

export const OrganisationView = z.object({
  id: idOf<'organisation'>(),
  kind: z.enum(organisationKinds),
  parentId: idOf<'organisation'>().nullable(),
  path: z.string(),
  shortName: z.string(),
  fullName: z.string(),
  timeZone: z.string(),
  dayOffRule: z.enum(dayOffRules),
  closedOn: DaySchema.nullable(),
  successorId: idOf<'organisation'>().nullable(),
  rowVersion: z.int(),
})

/** Names, places and codes of an organisation, oldest first; empty lists where nothing ever changed. */
export const HistoryView = z.object({
  names: z.array(
    z.object({
      shortName: z.string(),
      fullName: z.string(),
      validFrom: DaySchema.nullable(),
      basis: z.string(),
      recordedAt: Moment,
    }),
  ),
  places: z.array(
    z.object({ parentName: z.string(), validFrom: DaySchema.nullable(), basis: z.string(), recordedAt: Moment }),
  ),
  codes: z.array(
    z.object({
      scheme: z.enum(codeSchemes),
      value: z.string(),
      validFrom: DaySchema.nullable(),
      validTo: DaySchema.nullable(),
    }),
  ),
  closedBasis: z.string(),
  successorName: z.string().nullable(),
})

const Name = z.string().trim().min(2).max(400)
const Basis = z.string().trim().min(2).max(400)
const One = z.object({ id: idOf<'organisation'>(), rowVersion: RowVersion })
const keepers = ['administrator', 'municipal_coordinator'] as const

export const organisationsContract = defineContract({
  listOrganisations: {
    method: 'GET',
    path: '/organisations',
    callers: roles,
    input: z.object({}),
    output: z.object({ organisations: z.array(OrganisationView) }),
  },
  loadHistory: {
    method: 'GET',
    path: '/organisations/:id/history',
    callers: roles,
    input: z.object({ id: idOf<'organisation'>() }),
    output: HistoryView,
  },
  addOrganisation: {
    method: 'POST',
    path: '/organisations',
    callers: keepers,
    input: z.object({
      kind: z.enum(['authority', 'school', 'institute']),
      parentId: idOf<'organisation'>(),
      shortName: Name,
      fullName: Name,
    }),
    output: OrganisationView,
  },
  /** An authority that stands at the top becomes the region: authorities of municipalities are added below it. */
  becomeRegion: {
    method: 'POST',
    path: '/organisations/:id/region',
    callers: ['administrator'],
    input: One,
    output: OrganisationView,
  },
  /** Mends the card: what was mistyped was never so. */
  changeOrganisation: {
    method: 'PUT',
    path: '/organisations/:id',
    callers: keepers,
    input: z.object({
      ...One.shape,
      shortName: Name,
      fullName: Name,
      timeZone: z.string().refine(isTimeZone, 'time-zone'),
      dayOffRule: z.enum(dayOffRules),
    }),
    output: OrganisationView,
  },
  /** Another name from a day on: papers of before keep the old one. */
  renameOrganisation: {
    method: 'POST',
    path: '/organisations/:id/names',
    callers: keepers,
    input: z.object({ ...One.shape, shortName: Name, fullName: Name, validFrom: DaySchema, basis: Basis }),
    output: OrganisationView,
  },
  moveOrganisation: {
    method: 'POST',
    path: '/organisations/:id/places',
    callers: keepers,
    input: z.object({ ...One.shape, parentId: idOf<'organisation'>(), validFrom: DaySchema, basis: Basis }),
    output: OrganisationView,
  },
  /** Its last day, and into which one it is merged; everything that was stays. */
  closeOrganisation: {
    method: 'POST',
    path: '/organisations/:id/closing',
    callers: keepers,
    input: z.object({
      ...One.shape,
      closedOn: DaySchema,
      basis: Basis,
      successorId: idOf<'organisation'>().nullable(),
    }),
    output: OrganisationView,
  },
  reopenOrganisation: {
    method: 'DELETE',
    path: '/organisations/:id/closing',
    callers: keepers,
    input: One,
    output: OrganisationView,
  },
  /** The code in force from a day on; null: it has none any more. */
  setCode: {
    method: 'PUT',
    path: '/organisations/:id/codes',
    callers: keepers,
    input: z.object({
      ...One.shape,
      scheme: z.enum(codeSchemes),
      value: z.string().trim().min(1).max(60).nullable(),
      validFrom: DaySchema.nullable(),
    }),
    output: OrganisationView,
  },
})
