import * as z from 'zod'
import { roles } from '../../kernel/actor.ts'
import { Moment } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { languages } from '../../kernel/words.ts'
import { organisationKinds } from '../organisations/organisation.ts'

/** Who is signed in and what day it is there: the screens begin with it. */
export const Me = z.object({
  person: z
    .object({
      id: idOf<'person'>(),
      name: z.string(),
      position: z.string(),
      /** The one she chose last, wherever that was. */
      language: z.enum(languages),
      /** The administrator who looks through this person's eyes. */
      seenBy: z.string().nullable(),
      memberships: z.array(
        z.object({
          role: z.enum(roles),
          organisationId: idOf<'organisation'>(),
          organisationName: z.string(),
          organisationKind: z.enum(organisationKinds),
          path: z.string(),
          substitutesFor: z.string().nullable(),
          /** The last day of standing in for her; null for a role of one's own. */
          actingUntil: DaySchema.nullable(),
        }),
      ),
    })
    .nullable(),
  now: Moment,
  today: DaySchema,
  timeZone: z.string(),
  publicUrl: z.string(),
  isDemonstration: z.boolean(),
})
