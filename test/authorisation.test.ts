import { describe, expect, test } from 'vitest'
import { allRoutes } from '../src/app/features.ts'
import { type Actor, isCaller, type Role } from '../src/kernel/actor.ts'
import type { Endpoint } from '../src/kernel/contract.ts'
import { startTestApp } from './harness/app.ts'
import { type Visitor, visitors } from './harness/district.ts'
import { sampleInput } from './harness/sample-input.ts'

const app = await startTestApp()
const routes = allRoutes({ publicUrl: 'http://127.0.0.1:8310', isDemonstration: false }, null)

const roleOf: Record<Exclude<Visitor, 'nobody'>, Role> = {
  chief: 'administrator',
  administrator: 'administrator',
  coordinator: 'municipal_coordinator',
  head: 'authority_head',
  curator: 'curator',
  observer: 'observer',
  methodist: 'regional_methodist',
  director: 'school_head',
  deputy: 'school_team',
  teacher: 'teacher',
  neighbour: 'school_head',
  stranger: 'municipal_coordinator',
}

// What belongs to the first district: whoever has no business there must never read a word of it.
const own = ['Берёзовская', 'Высокогорская', 'Заречного округа']

// Signing out would end the visitor's session in the middle of the table.
const endsTheVisit = new Set(['access.signOut', 'access.changePassword', 'access.setUp'])

describe.each(routes.map((route) => [route.name, route] as const))('%s', (_name, route) => {
  test('every caller is declared, and everybody else is turned away', async () => {
    expect(route.endpoint.callers.length).toBeGreaterThan(0)
    for (const visitor of visitors) {
      const allowed = isCaller(actorOf(visitor), route.endpoint.callers)
      if (allowed && endsTheVisit.has(route.name)) continue
      const answer = await call(route.endpoint, visitor)
      if (allowed) {
        expect([visitor, answer.status, answer.refusal?.code]).not.toContain('server.not-allowed')
        expect([visitor, answer.status < 500, answer.refusal?.code]).toEqual([visitor, true, answer.refusal?.code])
      } else {
        expect([visitor, answer.status]).toEqual([visitor, visitor === 'nobody' ? 401 : 403])
      }
    }
  })

  test('a stranger with every id of the district reads no word of it', async () => {
    if (endsTheVisit.has(route.name)) return
    const answer = await call(route.endpoint, 'stranger', idsOfTheDistrict())
    if (route.endpoint.path.includes('/:') && answer.status < 400) {
      expect([answer.status, answer.raw.toString()]).toEqual(['a foreign thing is missing', answer.raw.toString()])
    }
    for (const word of own) expect(answer.raw.toString()).not.toContain(word)
  })
})

test('whoever has not signed in may ask this, and nothing else', () => {
  // The table above holds each endpoint to its own declaration; one that is opened by mistake shows here.
  const open = routes.filter(({ endpoint }) => endpoint.callers.includes('anyone')).map(({ name }) => name)
  expect(open.sort()).toEqual([
    ...['access.acceptLink', 'access.inspectLink', 'access.loadMe', 'access.setUp', 'access.signIn'],
    ...['calendar-file.readCalendar', 'messages.endLetters'],
    ...['second-factor.draftAtSignIn', 'second-factor.passSecondFactor', 'second-factor.setAtSignIn'],
    'view.comeBack',
  ])
})

test('a route without a declaration does not start', async () => {
  const { createApi } = await import('../src/server/http/api.ts')
  const route = routes[0]
  if (!route) throw new Error('no routes')
  const undeclared = { ...route, endpoint: { ...route.endpoint, callers: [] } }
  const options = { routes: [undeclared], trustProxy: false, strictTransport: false, log: 'bugs' as const }
  await expect(
    createApi({ ...options, ground: undefined as never, sentence: () => '' }), // it must fail before it needs them
  ).rejects.toThrow('declares no callers')
})

function call(endpoint: Endpoint, visitor: Visitor, known: Record<string, unknown> = {}) {
  return app
    .as(visitor)
    .call(endpoint, sampleInput(endpoint, known), endpoint.upload ? { upload: Buffer.from('x') } : {})
}

function actorOf(visitor: Visitor): Actor {
  if (visitor === 'nobody') return { kind: 'nobody' }
  const { authority } = app.district
  return {
    kind: 'person',
    personId: app.district.people[visitor],
    sessionId: app.district.people[visitor] as never, // not looked at by the rule
    name: visitor,
    memberships: [{ role: roleOf[visitor], organisationId: authority.id, path: authority.path, substitutesFor: null }],
  }
}

function idsOfTheDistrict(): Record<string, unknown> {
  const { district } = app
  const school = district.schools[0]?.id
  return {
    id: school,
    organisationId: school,
    parentId: district.authority.id,
    personId: district.people.director,
    absentId: district.people.director,
    substituteId: district.people.deputy,
  }
}
