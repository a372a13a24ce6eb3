import * as z from 'zod'
import { readers } from '../../kernel/actor.ts'
import { defineContract, FileAnswer, Moment, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { onBehalfWays } from '../../kernel/on-behalf.ts'
import { proofKinds } from '../../kernel/proof.ts'
import { basisKinds } from '../corrections/correction.ts'
import { paperFormats } from '../road-maps/paper-formats.ts'
import { Moves, TemplateKey, TemplateSummary } from '../templates/contract.ts'
import { consentAnswers, mapStatuses } from './school-map.ts'
import { CommentView, HistoricRevision, MapView, RevisionView, RowView } from './view.ts'

/** Who writes in a map: the school itself, or the coordinator for it. */
const writers = ['municipal_coordinator', 'curator', 'school_head', 'school_team'] as const
const deciders = ['municipal_coordinator', 'curator'] as const

const MapId = idOf<'schoolMap'>()
const RevisionId = idOf<'schoolMapRevision'>()
const ProgrammeId = idOf<'programme'>()
const OrganisationId = idOf<'organisation'>()

/** How the school told it, where somebody else writes; the school's own people say nothing. */
const telling = { onBehalf: z.enum(onBehalfWays).nullable().default(null) }

const SHORT = 300
const LONG = 2000
const words = (most: number) => z.string().trim().max(most)

const RowChange = z.strictObject({
  cause: words(SHORT).optional(),
  title: words(LONG).optional(),
  indicator: words(SHORT).optional(),
  responsible: words(SHORT).optional(),
  /** As the school writes it; what is understood of it stands beside. */
  periodText: words(SHORT).optional(),
  expectedResult: words(LONG).optional(),
  proof: z.array(z.enum(proofKinds)).max(proofKinds.length).optional(),
  supportsActivityId: idOf<'activity'>().nullable().optional(),
  removed: z.boolean().optional(),
})

/** One school of a project as the list has it; null where its map was not begun. */
const MapSummary = z.object({
  programmeId: ProgrammeId,
  programmeTitle: z.string(),
  year: z.int(),
  organisationId: OrganisationId,
  shortName: z.string(),
  fullName: z.string(),
  /** The revision that is being worked on, or the one in force. */
  status: z.enum(mapStatuses).nullable(),
  revision: z.int().nullable(),
  rows: z.int(),
  openComments: z.int(),
  /** When it came into this state. */
  since: Moment.nullable(),
  /** A revision stands approved, whatever is being worked on. */
  isInForce: z.boolean(),
  /** Own rows that wait for the school's consent, because the authority's map has changed under them. */
  asked: z.int(),
  /** The plan was sent to it, and it has not said «ознакомлены». */
  isUnread: z.boolean(),
})

const step = { id: RevisionId, rowVersion: RowVersion }

export const schoolMapsContract = defineContract({
  listSchoolMaps: {
    method: 'GET',
    path: '/school-maps',
    callers: readers,
    input: z.object({}),
    output: z.object({ maps: z.array(MapSummary) }),
  },
  loadSchoolMap: {
    method: 'GET',
    path: '/programmes/:programmeId/school-maps/:organisationId',
    callers: readers,
    input: z.object({ programmeId: ProgrammeId, organisationId: OrganisationId }),
    output: MapView,
  },
  printSchoolMap: {
    method: 'GET',
    path: '/programmes/:programmeId/school-maps/:organisationId/paper',
    callers: readers,
    input: z.object({ programmeId: ProgrammeId, organisationId: OrganisationId, format: z.enum(paperFormats) }),
    output: FileAnswer,
    download: true,
  },
  /** Every revision with its rows: what was corrected, when and by whom. */
  listMapRevisions: {
    method: 'GET',
    path: '/school-maps/:id/revisions',
    callers: readers,
    input: z.object({ id: MapId }),
    output: z.object({ revisions: z.array(HistoricRevision) }),
  },
  startSchoolMap: {
    method: 'POST',
    path: '/school-maps',
    callers: writers,
    input: z.object({ programmeId: ProgrammeId, organisationId: OrganisationId, ...telling }),
    output: RevisionView,
  },
  /** For all of these schools that have no map, or for nobody; a map that was begun before stays as it is. */
  startSchoolMaps: {
    method: 'POST',
    path: '/programmes/:programmeId/school-maps',
    callers: deciders,
    input: z.object({
      programmeId: ProgrammeId,
      organisationIds: z.array(OrganisationId).min(1).max(1000),
      ...telling,
    }),
    output: z.object({ started: z.array(OrganisationId), had: z.array(OrganisationId) }),
  },
  /** A correction of the approved revision, with its reason and the paper that it leans on. */
  correctSchoolMap: {
    method: 'POST',
    path: '/school-maps/:id/corrections',
    callers: writers,
    input: z.object({
      ...{ id: MapId, rowVersion: RowVersion },
      reason: words(LONG).min(3),
      basisKind: z.enum(basisKinds),
      basis: words(LONG).default(''),
      ...telling,
    }),
    output: RevisionView,
  },
  /** The opened correction is given up; the map in force goes on as it is. */
  abandonMapCorrection: {
    method: 'POST',
    path: '/school-map-revisions/:id/abandonment',
    callers: writers,
    input: z.object({ ...step, ...telling }),
    output: RevisionView,
  },
  addMapRow: {
    method: 'POST',
    path: '/school-map-revisions/:id/rows',
    callers: writers,
    input: z.object({ id: RevisionId, change: RowChange, ...telling }),
    output: RowView,
  },
  /** Rows of a template, by their places in it, in the year of the project. */
  addMeasures: {
    method: 'POST',
    path: '/school-map-revisions/:id/measures',
    callers: writers,
    input: z.object({
      id: RevisionId,
      template: TemplateKey,
      rows: z.array(z.int().min(0)).min(1).max(100),
      moves: Moves.default([]),
      ...telling,
    }),
    output: z.object({ rows: z.array(RowView) }),
  },
  saveMapAsTemplate: {
    method: 'POST',
    path: '/programmes/:programmeId/school-maps/:organisationId/templates',
    callers: writers,
    input: z.object({ programmeId: ProgrammeId, organisationId: OrganisationId, title: words(SHORT).min(2) }),
    output: TemplateSummary,
  },
  changeMapRow: {
    method: 'PUT',
    path: '/school-map-rows/:id',
    callers: writers,
    input: z.object({ id: idOf<'schoolMapRow'>(), rowVersion: RowVersion, change: RowChange, ...telling }),
    output: RowView,
  },
  submitSchoolMap: {
    method: 'POST',
    path: '/school-map-revisions/:id/submission',
    callers: writers,
    input: z.object({ ...step, ...telling }),
    output: RevisionView,
  },
  agreeSchoolMap: {
    method: 'POST',
    path: '/school-map-revisions/:id/agreement',
    callers: deciders,
    input: z.object(step),
    output: RevisionView,
  },
  returnSchoolMap: {
    method: 'POST',
    path: '/school-map-revisions/:id/return',
    callers: deciders,
    input: z.object({ ...step, reason: words(LONG).min(3) }),
    output: RevisionView,
  },
  approveSchoolMap: {
    method: 'POST',
    path: '/school-map-revisions/:id/approval',
    callers: ['municipal_coordinator', 'curator', 'school_head'],
    input: z.object({ ...step, orderNumber: words(50).min(1), orderDate: DaySchema, ...telling }),
    output: RevisionView,
  },
  /** After the authority's map has changed: the row stays, is to be changed, or is taken out. */
  answerForRow: {
    method: 'POST',
    path: '/school-maps/:id/consents',
    callers: writers,
    input: z.object({ id: MapId, activityId: idOf<'activity'>(), answer: z.enum(consentAnswers), ...telling }),
    output: MapView,
  },
  commentSchoolMap: {
    method: 'POST',
    path: '/school-map-revisions/:id/comments',
    callers: writers,
    input: z.object({
      id: RevisionId,
      activityId: idOf<'activity'>().nullable().default(null),
      words: words(LONG).min(1),
    }),
    output: CommentView,
  },
  resolveMapComment: {
    method: 'POST',
    path: '/school-map-comments/:id/resolution',
    callers: writers,
    input: z.object({ id: idOf<'schoolMapComment'>(), rowVersion: RowVersion }),
    output: CommentView,
  },
})
