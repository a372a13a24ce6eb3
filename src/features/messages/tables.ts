import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { MailFaultKind, MailSecurity } from '../../kernel/mail-fault.ts'
import { dayColumn, idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { ownPerson, ownSubtree } from '../organisations/visibility.ts'
import { type MailKind, type MailStatus, REMIND_BEFORE } from './mail.ts'
import type { Choices, MessageEvent } from './message.ts'
import type { Said } from './said.ts'

/** One row: how letters leave. It belongs to the organisation above everybody who gets them. */
export const mailSettings = pgTable('mail_setting', {
  id: idColumn<'mailSetting'>('id').primaryKey(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  way: text('way').$type<'file' | 'smtp'>().notNull().default('file'),
  host: text('host').notNull().default(''),
  port: integer('port').notNull().default(465),
  security: text('security').$type<MailSecurity>().notNull().default('tls'),
  login: text('login').notNull().default(''),
  /** Sealed under a key that does not lie in the database. */
  sealedPassword: text('sealed_password'),
  fromAddress: text('from_address').notNull().default(''),
  /** How many working days before a deadline somebody is reminded of it. */
  remindBefore: integer('remind_before_days').notNull().default(REMIND_BEFORE.usual),
  createdAt: momentColumn('created_at').notNull(),
  rowVersion: rowVersionColumn(),
})

/** The outbox. A person gets one letter of a kind for a period: a day's digest, or what an event calls itself. */
export const mails = pgTable('mail', {
  id: idColumn<'mail'>('id').primaryKey(),
  personId: idColumn<'person'>('person_id').notNull(),
  kind: text('kind').$type<MailKind>().notNull(),
  period: text('period').notNull(),
  toAddress: text('to_address').notNull(),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  status: text('status').$type<MailStatus>().notNull().default('waiting'),
  createdAt: momentColumn('created_at').notNull(),
  nextTryAt: momentColumn('next_try_at').notNull(),
  /** Since when somebody is at it. */
  takenAt: momentColumn('taken_at'),
  tries: integer('tries').notNull().default(0),
  fault: text('fault').$type<MailFaultKind>(),
  /** What the other side said, for whoever looks after the mail. */
  faultDetail: text('fault_detail'),
  sentAt: momentColumn('sent_at'),
})

/** A morning of a person that is done with; without a letter where there was nothing to say. */
export const digests = pgTable(
  'digest',
  {
    personId: idColumn<'person'>('person_id').notNull(),
    day: dayColumn('day').notNull(),
    mailId: idColumn<'mail'>('mail_id'),
    writtenAt: momentColumn('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.day] })],
)

/** What a person is told in the application: the event and its values, so that it can be said in either language. */
export const messages = pgTable('message', {
  id: idColumn<'message'>('id').primaryKey(),
  personId: idColumn<'person'>('person_id').notNull(),
  event: text('event').$type<MessageEvent>().notNull(),
  /** What it calls itself: the same is told to a person once. */
  key: text('key').notNull(),
  organisationId: idColumn<'organisation'>('organisation_id'),
  /** Where in Opora it is. */
  path: text('path').notNull(),
  said: jsonb('said').$type<Said>().notNull(),
  createdAt: momentColumn('created_at').notNull(),
  readAt: momentColumn('read_at'),
  /** The letter that tells of it. */
  mailId: idColumn<'mail'>('mail_id'),
})

/** Which letters a person wants; without a row the usual ones. */
export const letterChoices = pgTable('letter_choice', {
  personId: idColumn<'person'>('person_id').primaryKey(),
  choices: jsonb('choices').$type<Choices>().notNull(),
  changedAt: momentColumn('changed_at').notNull(),
  rowVersion: rowVersionColumn(),
})

/** The secret link of a person's own calendar. */
export const calendarFeeds = pgTable('calendar_feed', {
  personId: idColumn<'person'>('person_id').primaryKey(),
  id: idColumn<'calendarFeed'>('id').notNull(),
  tokenHash: text('token_hash').notNull(),
  madeAt: momentColumn('made_at').notNull(),
})

declareVisibility(mailSettings, ownSubtree(mailSettings.organisationId))
declareVisibility(mails, ownPerson(mails.personId))
declareVisibility(digests, ownPerson(digests.personId))
declareVisibility(messages, ownPerson(messages.personId))
declareVisibility(letterChoices, {
  ...ownPerson(letterChoices.personId),
  // Nobody chooses for another.
  writes: (scope) => sql`${letterChoices.personId} = ${scope.personId}`,
})
// A link is seen and made by whom it belongs to, and by nobody above.
declareVisibility(calendarFeeds, {
  kind: 'person',
  where: (scope) => sql`${calendarFeeds.personId} = ${scope.personId}`,
})
