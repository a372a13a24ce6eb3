import * as z from 'zod'
import { roles } from '../../kernel/actor.ts'
import { Done, defineContract, Moment } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'

const Code = z.string().trim().min(6).max(40)
const Password = z.string().min(1).max(200)
const Ticket = z.string().min(20).max(200)

/** What follows a right password or an accepted link: one is in, or a step is left, opened by the ticket. */
export const SignInStep = z.object({
  next: z.enum(['in', 'code', 'set-up']),
  ticket: z.string().nullable(),
})

/** For the phone: the same secret as an address for its camera and as letters for its keyboard. */
const Draft = z.object({ uri: z.string(), secret: z.string() })

/** Shown once; only what they are checked by is kept. */
const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

/** The second step of signing in. What answers with secrets is a PUT: answers of POSTs are kept for repeats. */
export const secondFactorContract = defineContract({
  loadSecondFactor: {
    method: 'GET',
    path: '/second-factor',
    callers: roles,
    input: z.object({}),
    output: z.object({ since: Moment.nullable(), recoveryCodesLeft: z.int(), isRequired: z.boolean() }),
  },
  draftSecondFactor: {
    method: 'PUT',
    path: '/second-factor/draft',
    callers: roles,
    input: z.object({ password: Password, code: Code.optional() }),
    output: Draft,
  },
  setSecondFactor: {
    method: 'PUT',
    path: '/second-factor',
    callers: roles,
    input: z.object({ code: Code }),
    output: RecoveryCodes,
  },
  renewRecoveryCodes: {
    method: 'PUT',
    path: '/second-factor/recovery-codes',
    callers: roles,
    input: z.object({ code: Code }),
    output: RecoveryCodes,
  },
  dropSecondFactor: {
    method: 'DELETE',
    path: '/second-factor',
    callers: roles,
    input: z.object({ code: Code }),
    output: Done,
  },

  /** The code after the password: the session begins here. */
  passSecondFactor: {
    method: 'POST',
    path: '/sessions/second-step',
    callers: ['anyone'],
    input: z.object({ ticket: Ticket, code: Code }),
    output: z.object({ recoveryCodesLeft: z.int().nullable() }),
  },
  /** Who must have a second step and has none sets it up here, and reaches nothing before. */
  draftAtSignIn: {
    method: 'PUT',
    path: '/sessions/second-factor/draft',
    callers: ['anyone'],
    input: z.object({ ticket: Ticket }),
    output: Draft,
  },
  setAtSignIn: {
    method: 'PUT',
    path: '/sessions/second-factor',
    callers: ['anyone'],
    input: z.object({ ticket: Ticket, code: Code }),
    output: RecoveryCodes,
  },

  /** Takes a lost phone off somebody else; all sessions of that person end. */
  takeSecondFactorOff: {
    method: 'DELETE',
    path: '/people/:id/second-factor',
    callers: ['administrator'],
    input: z.object({ id: idOf<'person'>() }),
    output: Done,
  },

  listSecondFactorRules: {
    method: 'GET',
    path: '/second-factor-rules',
    callers: ['administrator'],
    input: z.object({}),
    output: z.object({
      rules: z.array(
        z.object({ organisationId: idOf<'organisation'>(), organisationName: z.string(), isRequired: z.boolean() }),
      ),
    }),
  },
  requireSecondFactor: {
    method: 'PUT',
    path: '/second-factor-rules/:organisationId',
    callers: ['administrator'],
    input: z.object({ organisationId: idOf<'organisation'>() }),
    output: Done,
  },
  releaseSecondFactor: {
    method: 'DELETE',
    path: '/second-factor-rules/:organisationId',
    callers: ['administrator'],
    input: z.object({ organisationId: idOf<'organisation'>() }),
    output: Done,
  },
})
