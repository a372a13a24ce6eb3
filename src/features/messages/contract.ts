import * as z from 'zod'
import { readers } from '../../kernel/actor.ts'
import { Done, defineContract, Moment, RowVersion } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'
import { choices, events } from './message.ts'

const MessageView = z.object({
  id: idOf<'message'>(),
  event: z.enum(events),
  path: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  day: z.string().nullable(),
  organisation: z.string(),
  comment: z.string(),
  /** Open comments on a school's map. */
  remarks: z.int(),
  /** How many things are meant. */
  count: z.int(),
  at: Moment,
  isRead: z.boolean(),
})

const Event = z.enum(events)
const Choice = z.enum(choices)

/** What a person chose about letters; `events` are those that may come to her at all. */
const LettersView = z.object({
  email: z.string().nullable(),
  events: z.array(z.object({ event: Event, choice: Choice })),
  /** Whether a mail server is set; while none is, letters stay in the house. */
  isServerSet: z.boolean(),
  rowVersion: z.int(),
})

export const messagesContract = defineContract({
  /** The latest, and how many are not read yet. */
  listMessages: {
    method: 'GET',
    path: '/messages',
    callers: readers,
    input: z.object({}),
    output: z.object({ unread: z.int(), messages: z.array(MessageView) }),
  },
  readMessages: {
    method: 'POST',
    path: '/messages/readings',
    callers: readers,
    /** Everything that was told up to then. */
    input: z.object({ until: Moment }),
    output: Done,
  },
  loadLetters: { method: 'GET', path: '/letters', callers: readers, input: z.object({}), output: LettersView },
  chooseLetters: {
    method: 'PUT',
    path: '/letters',
    callers: readers,
    input: z.object({
      rowVersion: RowVersion,
      email: z.email().max(200).nullable(),
      events: z.array(z.object({ event: Event, choice: Choice })).max(events.length),
    }),
    output: Done,
  },
  /** No letters any more, by the link that stands in each of them: from a mail program in one call, or from our page. */
  endLetters: {
    method: 'POST',
    path: '/letters/end',
    callers: ['anyone'],
    input: z.object({ token: z.string().min(20).max(200) }),
    output: Done,
    fromOutside: true,
  },
})

export type MessageView = z.infer<typeof MessageView>
export type LettersView = z.infer<typeof LettersView>
