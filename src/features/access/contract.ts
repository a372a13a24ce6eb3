import * as z from 'zod'
import { roles } from '../../kernel/actor.ts'
import { Done, defineContract, Moment, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { languages } from '../../kernel/words.ts'
import { OrganisationView } from '../organisations/contract.ts'
import { isTimeZone } from '../organisations/organisation.ts'
import { Me } from './me-view.ts'
import { SignInStep } from './second-factor-contract.ts'

const Name = z.string().trim().min(2).max(200)
const Position = z.string().trim().max(200)
/** Letters, figures and the signs of an e-mail address: a sign-in name is looked for in texts when a person is destroyed. */
const Login = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{2,199}$/u)
const Password = z.string().min(1).max(200)
const Token = z.string().min(20).max(200)
const managers = ['administrator', 'municipal_coordinator'] as const

const MembershipView = z.object({
  id: idOf<'membership'>(),
  role: z.enum(roles),
  organisationId: idOf<'organisation'>(),
  organisationName: z.string(),
})

const PersonView = z.object({
  id: idOf<'person'>(),
  name: z.string(),
  position: z.string(),
  email: z.string().nullable(),
  login: z.string().nullable(),
  hasSignedIn: z.boolean(),
  hasSecondFactor: z.boolean(),
  disabled: z.boolean(),
  rowVersion: z.int(),
  memberships: z.array(MembershipView),
})

export const accessContract = defineContract({
  loadMe: { method: 'GET', path: '/me', callers: ['anyone'], input: z.object({}), output: Me },

  /** One's own; screens on other computers and letters follow it. */
  chooseLanguage: {
    method: 'PUT',
    path: '/me/language',
    callers: roles,
    input: z.object({ language: z.enum(languages) }),
    output: Done,
  },

  signIn: {
    method: 'POST',
    path: '/sessions',
    callers: ['anyone'],
    input: z.object({ login: z.string().trim().min(3).max(200), password: Password }),
    output: SignInStep,
  },
  listSessions: {
    method: 'GET',
    path: '/sessions',
    callers: roles,
    input: z.object({}),
    output: z.object({
      sessions: z.array(
        z.object({
          id: idOf<'session'>(),
          device: z.string(),
          createdAt: Moment,
          seenAt: Moment,
          isCurrent: z.boolean(),
        }),
      ),
    }),
  },
  signOut: { method: 'DELETE', path: '/sessions/current', callers: roles, input: z.object({}), output: Done },
  endSession: {
    method: 'DELETE',
    path: '/sessions/:id',
    callers: roles,
    input: z.object({ id: idOf<'session'>() }),
    output: Done,
  },
  changePassword: {
    method: 'PUT',
    path: '/password',
    callers: roles,
    input: z.object({ current: Password, next: Password }),
    output: Done,
  },

  inspectLink: {
    method: 'POST',
    path: '/links/inspection',
    callers: ['anyone'],
    input: z.object({ token: Token }),
    output: z.object({
      kind: z.enum(['first', 'invitation', 'demonstration']),
      name: z.string(),
      position: z.string(),
      organisationName: z.string(),
      login: z.string().nullable(),
    }),
  },
  acceptLink: {
    method: 'POST',
    path: '/links/acceptance',
    callers: ['anyone'],
    input: z.object({
      token: Token,
      name: Name.optional(),
      login: Login.optional(),
      password: Password.optional(),
    }),
    output: SignInStep,
  },
  setUp: {
    method: 'POST',
    path: '/set-up',
    callers: ['anyone'],
    input: z.object({
      token: Token,
      name: Name,
      position: Position,
      authorityName: Name,
      timeZone: z.string().refine(isTimeZone, 'time-zone'),
      login: Login,
      password: Password,
    }),
    output: Done,
  },

  /** Above authorities that nobody stands above; whoever puts it there administers it. */
  addRegionAbove: {
    method: 'POST',
    path: '/regions',
    callers: ['administrator'],
    input: z.object({
      shortName: z.string().trim().min(2).max(400),
      fullName: z.string().trim().min(2).max(400),
      authorities: z
        .array(z.object({ id: idOf<'organisation'>(), rowVersion: RowVersion }))
        .min(1)
        .max(100),
    }),
    output: OrganisationView,
  },
  listPeople: {
    method: 'GET',
    path: '/people',
    callers: managers,
    reads: 'person',
    input: z.object({}),
    output: z.object({ people: z.array(PersonView) }),
  },
  addPerson: {
    method: 'POST',
    path: '/people',
    callers: managers,
    input: z.object({
      name: Name,
      position: Position,
      role: z.enum(roles),
      organisationId: idOf<'organisation'>(),
    }),
    output: z.object({ id: idOf<'person'>() }),
  },
  changePerson: {
    method: 'PUT',
    path: '/people/:id',
    callers: managers,
    input: z.object({
      id: idOf<'person'>(),
      rowVersion: RowVersion,
      name: Name,
      position: Position,
      disabled: z.boolean(),
    }),
    output: Done,
  },
  addMembership: {
    method: 'POST',
    path: '/people/:id/memberships',
    callers: managers,
    input: z.object({ id: idOf<'person'>(), role: z.enum(roles), organisationId: idOf<'organisation'>() }),
    output: Done,
  },
  endMembership: {
    method: 'DELETE',
    path: '/memberships/:id',
    callers: managers,
    input: z.object({ id: idOf<'membership'>() }),
    output: Done,
  },

  /** A new link for one person: an invitation, or the answer to a forgotten password. Earlier ones stop working. */
  inviteAgain: {
    method: 'POST',
    path: '/people/:id/invitations',
    callers: managers,
    input: z.object({ id: idOf<'person'>() }),
    output: z.object({ id: idOf<'invitation'>() }),
  },
  /** A link for the head of each school that has nobody yet: the printable sheet. */
  inviteSchools: {
    method: 'POST',
    path: '/invitations/schools',
    callers: managers,
    input: z.object({}),
    output: z.object({ made: z.int() }),
  },
  /** Open invitations with their tokens, for the sheet and for copying. */
  listInvitations: {
    method: 'GET',
    path: '/invitations',
    callers: managers,
    reads: 'person',
    input: z.object({}),
    output: z.object({
      invitations: z.array(
        z.object({
          id: idOf<'invitation'>(),
          personId: idOf<'person'>(),
          personName: z.string(),
          organisationName: z.string(),
          token: z.string(),
          expiresAt: Moment,
        }),
      ),
    }),
  },

  listSubstitutions: {
    method: 'GET',
    path: '/substitutions',
    callers: managers,
    reads: 'person',
    input: z.object({}),
    output: z.object({
      substitutions: z.array(
        z.object({
          id: idOf<'substitution'>(),
          absentId: idOf<'person'>(),
          absentName: z.string(),
          substituteId: idOf<'person'>(),
          substituteName: z.string(),
          startsOn: DaySchema,
          endsOn: DaySchema,
          basis: z.string(),
        }),
      ),
    }),
  },
  addSubstitution: {
    method: 'POST',
    path: '/substitutions',
    callers: managers,
    input: z.object({
      absentId: idOf<'person'>(),
      substituteId: idOf<'person'>(),
      startsOn: DaySchema,
      endsOn: DaySchema,
      basis: z.string().trim().max(400),
    }),
    output: z.object({ id: idOf<'substitution'>() }),
  },
  endSubstitution: {
    method: 'DELETE',
    path: '/substitutions/:id',
    callers: managers,
    input: z.object({ id: idOf<'substitution'>() }),
    output: Done,
  },
})
