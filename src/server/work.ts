import type { Actor } from '../kernel/actor.ts'
import type { AuditAction } from '../kernel/audit-action.ts'
import type { Contract, Endpoint, OutputOf, ParsedInputOf } from '../kernel/contract.ts'
import type { OrganisationId } from '../kernel/id.ts'
import type { Language } from '../kernel/words.ts'
import type { Db } from './database.ts'
import type { FileStore, Received } from './file-store.ts'

/** What every service call is given: who asks, when, and the one transaction it happens in. */
export type Work = {
  actor: Actor
  now: Date
  db: Db
  requestId: string
  /** Where the request came from, for limits only; never stored. */
  address: string
  /** The browser and system, in two words, for the list of sessions. */
  device: string
  /** What was left in this browser when somebody signed in there; a secret of the browser, and no proof of who sits at it. */
  deviceMark: string | null
  /** Bytes of files, by their hash. */
  store: FileStore
  /** The secret token that belongs to an id of ours: derived, so it is never stored. */
  tokenOf(id: string): string
  language: Language
  /** Leaves a job that starts only if the transaction commits. */
  enqueue(job: string, payload: Record<string, string>): Promise<void>
  /** Refuses with 429 after `most` calls in `seconds`; counted outside the transaction, so a rollback forgets nothing. */
  limit(key: string, most: number, seconds: number): Promise<void>
  /** Hands the browser a session (null ends it) once the transaction is committed. */
  setSession(token: string | null): void
  /** Leaves it in the browser once the transaction is committed. */
  setDeviceMark(mark: string): void
  /** Told by the audit: the road refuses a change that left no trace. */
  recorded: Recorded
}

/** The traces that a change has left so far. */
export type Recorded = {
  entries: { id: string; action: AuditAction }[]
  organisationIds: Set<OrganisationId>
}

/** A file as an answer: made in memory, or lying on disk. */
export type Download = { name: string; type: string; disposition?: 'inline' | 'attachment' } & (
  | { bytes: Uint8Array }
  | { path: string; size: number }
)

/** Events as an answer; `follow` answers with the way to stop. */
export type Stream<Event> = { follow(tell: (event: Event) => void): () => void }

type AnswerOf<E extends Endpoint> = E extends { download: true }
  ? Download
  : E extends { stream: true }
    ? Stream<OutputOf<E>>
    : OutputOf<E>
type Extra<E extends Endpoint> = E extends { upload: object } ? [received: Received] : []

/** A function for each endpoint of the contract. */
export type Service<C extends Contract> = {
  [K in keyof C]: (work: Work, input: ParsedInputOf<C[K]>, ...extra: Extra<C[K]>) => Promise<AnswerOf<C[K]>>
}

/** What remains to be done in the transaction of a change, once what it needs was made. */
export type Finish<Answer> = (work: Work) => Promise<Answer>

/**
 * A change that first makes something which takes its time. It is prepared in a transaction that only reads and refuses;
 * the making holds none; and the change itself asks again whether everything stands that was read.
 */
export type Staged<E extends Endpoint> = {
  prepare(work: Work, input: ParsedInputOf<E>, ...extra: Extra<E>): Promise<() => Promise<Finish<AnswerOf<E>>>>
}

/** The same where some of the endpoints have stages. */
export type StagedService<C extends Contract, K extends keyof C> = Omit<Service<C>, K> & {
  [S in K]: Staged<C[S]>
}

/** One endpoint with what carries it out; `name` is the feature's and the endpoint's. */
export type Route = { name: string; endpoint: Endpoint } & (
  | { handle(work: Work, input: unknown, received?: Received): Promise<unknown> }
  | { prepare(work: Work, input: unknown, received?: Received): Promise<() => Promise<Finish<unknown>>> }
)

type Carried<C extends Contract> = { [K in keyof C]: Service<C>[K] | Staged<C[K]> }

/** The routes of one feature. */
export function routesOf<C extends Contract>(feature: string, contract: C, service: Carried<C>): Route[] {
  return Object.entries(contract).map(([name, endpoint]) => {
    const carried = service[name] as Handle | Staging // the road has parsed the input with this endpoint's own schema
    const route = { name: `${feature}.${name}`, endpoint }
    return typeof carried === 'function' ? { ...route, handle: carried } : { ...route, ...carried }
  })
}

type Handle = Extract<Route, { handle: unknown }>['handle']
type Staging = Pick<Extract<Route, { prepare: unknown }>, 'prepare'>
