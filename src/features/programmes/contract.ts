import * as z from 'zod'
import { readers } from '../../kernel/actor.ts'
import { defineContract, Moment, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { supportVariants } from './programme.ts'

const ProgrammeId = idOf<'programme'>()

export const ProgrammeView = z.object({
  id: ProgrammeId,
  authorityId: idOf<'organisation'>(),
  title: z.string(),
  year: z.int(),
  isSchoolYear: z.boolean(),
  startsOn: DaySchema,
  endsOn: DaySchema,
  coordinator: z.string().nullable(),
  controllerText: z.string(),
  controller: z.string().nullable(),
  closedAt: Moment.nullable(),
  closedBy: z.string().nullable(),
  closedReason: z.string(),
  rowVersion: z.int(),
})

export const ParticipantView = z.object({
  organisationId: idOf<'organisation'>(),
  shortName: z.string(),
  fullName: z.string(),
  variant: z.enum(supportVariants),
  joinedAt: Moment,
  rowVersion: z.int(),
})

const VariantChangeView = z.object({
  variant: z.enum(supportVariants),
  reason: z.string(),
  changedAt: Moment,
  changedBy: z.string().nullable(),
})

const place = { id: ProgrammeId, organisationId: idOf<'organisation'>() }

export const programmesContract = defineContract({
  listProgrammes: {
    method: 'GET',
    path: '/programmes',
    callers: readers,
    input: z.object({}),
    output: z.object({ programmes: z.array(ProgrammeView) }),
  },
  renameProgramme: {
    method: 'PUT',
    path: '/programmes/:id/title',
    callers: ['municipal_coordinator'],
    input: z.object({ id: ProgrammeId, rowVersion: RowVersion, title: z.string().trim().min(1).max(400) }),
    output: ProgrammeView,
  },
  /** The reason may be left out once its last day is over. */
  closeProgramme: {
    method: 'POST',
    path: '/programmes/:id/closure',
    callers: ['municipal_coordinator'],
    input: z.object({ id: ProgrammeId, rowVersion: RowVersion, reason: z.string().trim().max(1000) }),
    output: ProgrammeView,
  },
  reopenProgramme: {
    method: 'POST',
    path: '/programmes/:id/reopening',
    callers: ['municipal_coordinator'],
    input: z.object({ id: ProgrammeId, rowVersion: RowVersion, reason: z.string().trim().min(3).max(1000) }),
    output: ProgrammeView,
  },
  listParticipants: {
    method: 'GET',
    path: '/programmes/:id/participants',
    callers: readers,
    input: z.object({ id: ProgrammeId }),
    output: z.object({ participants: z.array(ParticipantView) }),
  },
  changeVariant: {
    method: 'PUT',
    path: '/programmes/:id/participants/:organisationId/variant',
    callers: ['municipal_coordinator'],
    input: z.object({
      ...place,
      rowVersion: RowVersion,
      variant: z.enum(supportVariants),
      reason: z.string().trim().min(3).max(1000),
    }),
    output: ParticipantView,
  },
  listVariantChanges: {
    method: 'GET',
    path: '/programmes/:id/participants/:organisationId/variants',
    callers: readers,
    input: z.object(place),
    output: z.object({ changes: z.array(VariantChangeView) }),
  },
})

export type ProgrammeView = z.infer<typeof ProgrammeView>
export type ParticipantView = z.infer<typeof ParticipantView>
