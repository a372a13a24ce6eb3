import * as z from 'zod'
import { defineContract, FileAnswer, Moment, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'

export const dataFormats = ['json', 'docx', 'xlsx'] as const

const act = {
  number: z.string().trim().min(1).max(40),
  signedOn: DaySchema,
  reason: z.string().trim().min(3).max(400),
  /** Until when copies of the database may still hold the data. */
  backupsUntil: DaySchema,
}

const Destroyed = z.object({ title: z.string(), count: z.int() })

/** What is kept of a person, and how it is destroyed: administrators alone. */
export const personalDataContract = defineContract({
  exportPersonData: {
    method: 'GET',
    path: '/people/:id/data',
    callers: ['administrator'],
    reads: 'person',
    input: z.object({ id: idOf<'person'>(), format: z.enum(dataFormats) }),
    output: FileAnswer,
    download: true,
  },
  /** What is kept and what stands in the way; after the destruction, its act. */
  loadPersonData: {
    method: 'GET',
    path: '/people/:id/destruction',
    callers: ['administrator'],
    reads: 'person',
    input: z.object({ id: idOf<'person'>() }),
    output: z.object({
      name: z.string(),
      rowVersion: z.int(),
      kept: z.array(Destroyed),
      act: z
        .object({
          id: idOf<'destructionAct'>(),
          number: z.string(),
          signedOn: DaySchema,
          reason: z.string(),
          backupsUntil: DaySchema,
          doneAt: Moment.nullable(),
          destroyed: z.array(Destroyed),
        })
        .nullable(),
    }),
  },
  /** The act for signing, with the name in it: only before the destruction, for afterwards nobody knows the name. */
  draftDestructionAct: {
    method: 'GET',
    path: '/people/:id/destruction/act.docx',
    callers: ['administrator'],
    reads: 'person',
    input: z.object({ id: idOf<'person'>(), ...act }),
    output: FileAnswer,
    download: true,
  },
  destroyPersonData: {
    method: 'POST',
    path: '/people/:id/destruction',
    callers: ['administrator'],
    input: z.object({ id: idOf<'person'>(), rowVersion: RowVersion, ...act }),
    output: z.object({ actId: idOf<'destructionAct'>() }),
  },
})
