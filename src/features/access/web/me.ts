import { createContext, useContext, useMemo } from 'react'
import { isCaller, type PersonActor } from '../../../kernel/actor.ts'
import type { Endpoint, OutputOf } from '../../../kernel/contract.ts'
import { newId } from '../../../kernel/id.ts'
import type { accessContract } from '../contract.ts'

export type Me = OutputOf<typeof accessContract.loadMe>
export type SignedIn = Me & { person: NonNullable<Me['person']> }

/** The frame fills it around every screen of whoever is signed in. */
export const MeContext = createContext<SignedIn | null>(null)

/** Who is signed in, with roles; what day it is there; the address that links begin with. */
export function useMe(): SignedIn {
  const me = useContext(MeContext)
  if (!me) throw new Error('this screen is drawn outside the frame')
  return me
}

/** The person as the rules of `<word>.ts` take an actor: `canApprove(useActor(), roadMap)` hides a button. */
export function useActor(): PersonActor {
  const { person } = useMe()
  return useMemo(() => actorOf(person), [person])
}

/** Whether the server would hear this person at all: `useMay(accessContract.listPeople)`. */
export function useMay({ callers }: Pick<Endpoint, 'callers'>): boolean {
  return isCaller(useActor(), callers)
}

export function isSignedIn(me: Me): me is SignedIn {
  return me.person !== null
}

/** No rule asks for the session, and the browser never learns its id. */
const someSession = newId<'session'>()

function actorOf(person: SignedIn['person']): PersonActor {
  const memberships = person.memberships.map(({ role, organisationId, path }) => ({
    role,
    organisationId,
    path,
    substitutesFor: null,
  }))
  return { kind: 'person', personId: person.id, name: person.name, sessionId: someSession, memberships }
}
