import { beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../src/kernel/contract.ts'
import { askHouse } from './harness/ask-house.ts'
import type { Change, Stage } from './harness/changes.ts'
import { changeFor, changing, forgetLimits, makeChange, startStage } from './harness/make-change.ts'

const ATTEMPTS = 10

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})

const versioned = changing.filter(([, { endpoint }]) => 'rowVersion' in endpoint.input.shape)

// Ends or marks something once and changes no words, or says one thing of oneself: nothing is overwritten, twice is harmless.
const withoutVersion = [
  'access.acceptLink',
  'access.addMembership',
  'access.changePassword',
  'access.chooseLanguage',
  'access.endMembership',
  'access.endSession',
  'access.endSubstitution',
  'access.inviteAgain',
  'access.signOut',
  'assignments.acceptMany',
  'assignments.noteTaskSeen',
  'calendar-feed.endFeed',
  'calendar-feed.makeFeed',
  'mail.sendMailAgain',
  'messages.endLetters',
  'messages.readMessages',
  'road-maps.acknowledge',
  'road-maps.sendToSchools',
  'second-factor.dropSecondFactor',
  'second-factor.releaseSecondFactor',
  'second-factor.requireSecondFactor',
  'second-factor.takeSecondFactorOff',
  'view.comeBack',
  'view.viewAs',
]

// Add a new thing, and touch none that stands.
const adding = [
  'access.addPerson',
  'access.addRegionAbove',
  'access.addSubstitution',
  'access.inspectLink',
  'access.inviteSchools',
  'access.signIn',
  'assignments.askDeadlineMove',
  'assignments.exempt',
  'calendar.addCalendarDay',
  'calendar.addCalendarPeriods',
  'assignments.giveTask',
  'assignments.keepLetterFile',
  'assignments.proveByMapOrder',
  'assignments.recordProof',
  'assignments.recordProofFile',
  'assignments.releaseFromControl',
  'assignments.remindMany',
  'assignments.submit',
  'corrections.addRow',
  'corrections.startCorrection',
  'documents.acquaint',
  'documents.addLetterhead',
  'documents.draftDocument',
  'documents.receiveLetter',
  'drafting.draftFromRecords',
  'imports.clarifyRoadMap',
  'imports.importOrder',
  'imports.layImportScan',
  'imports.startFromTemplate',
  'packets.bringPacketBack',
  'packets.recordPacket',
  'mail.testMail',
  'organisations.addOrganisation',
  'registry.startRegistryImport',
  'rollovers.startNextYear',
  'school-maps.addMapRow',
  'school-maps.addMeasures',
  'school-maps.answerForRow',
  'school-maps.commentSchoolMap',
  'school-maps.saveMapAsTemplate',
  'school-maps.startSchoolMap',
  'school-maps.startSchoolMaps',
  'templates.adoptTemplate',
  'templates.saveAsTemplate',
  // A new secret takes the place of the last one by its own code, and of two only one phone is right.
  'second-factor.draftAtSignIn',
  'second-factor.draftSecondFactor',
  'second-factor.passSecondFactor',
  'second-factor.renewRecoveryCodes',
  'second-factor.setAtSignIn',
  'second-factor.setSecondFactor',
  'road-maps.layRoadMapScan',
  'upkeep.startBackup',
]

test('every change brings back the version it was made on, or is known to overwrite nothing', () => {
  const known = [...versioned.map(([name]) => name), ...withoutVersion, ...adding]
  expect(known.sort()).toEqual(changing.map(([name]) => name).sort())
})

describe('of two people who change the same thing at once, one is told', () => {
  test.each(versioned)('%s', async (name, route) => {
    const change = await changeFor(stage, name)
    const answers = await Promise.all([makeChange(stage, route, change), makeChange(stage, route, change)])
    const [done, refused] = answers.sort((one, other) => one.status - other.status)
    expect(done?.status).toBe(200)
    expect([409, 412]).toContain(refused?.status)
    expect(refused?.refusal.message).toMatch(/[а-я]{3}/)
    // Who lost the race had read the row before the winner wrote it, and is shown what stands now all the same.
    if (refused?.status !== 412) return
    expect(versionIn(refused.refusal.current)).toBeGreaterThan(Number(change.input.rowVersion))
  })
})

describe('whoever changes an older version reads the one in force', () => {
  test.each(versioned)('%s', async (name, route) => {
    const change = await changeFor(stage, name)
    expect((await makeChange(stage, route, change)).status).toBe(200)
    const stale = await makeChange(stage, route, change)
    expect([409, 412]).toContain(stale.status)
    const rewrites = route.endpoint.method === 'PUT'
    if (rewrites) expect(stale.status).toBe(412)
    if (stale.status === 412) expect(versionIn(stale.refusal.current)).toBeGreaterThan(Number(change.input.rowVersion))
  })

  test.each(versioned)('%s: a version that never was is refused as well', async (name, route) => {
    const change = await changeFor(stage, name)
    const invented = { ...change, input: { ...change.input, rowVersion: 2_000_000_000 } }
    const answer = await makeChange(stage, route, invented)
    expect([answer.status, answer.refusal.current !== undefined]).toEqual([412, true])
  })
})

describe('what ends or marks something does it once, however many click', () => {
  const ending = changing.filter(([, { endpoint }]) => endpoint.method === 'DELETE')

  test.each(ending)('%s', async (name, route) => {
    const change = await changeFor(stage, name)
    const answers = await Promise.all([makeChange(stage, route, change), makeChange(stage, route, change)])
    const done = answers.filter(({ status }) => status === 200)
    if (name !== 'access.signOut') expect(done).toHaveLength(1)
    for (const { status } of answers) expect(status).toBeLessThan(500)
  })
})

describe('a request that is sent ten times with one key is carried out once and answered alike', () => {
  const keyed = changing.filter(
    ([name, { endpoint }]) => endpoint.method === 'POST' && !isOpenToAll(name) && !makesAnother(name),
  )

  test.each(keyed)('%s', async (name, route) => {
    const change = await changeFor(stage, name)
    const key = `once-${name}`
    const before = await requestsWithTraces()
    const answers = await Promise.all(Array.from({ length: ATTEMPTS }, () => makeChange(stage, route, change, key)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: ATTEMPTS }, () => 200))
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body)
    expect((await requestsWithTraces()) - before).toBe(1)

    const different = otherThan(change, route.endpoint)
    if (!different) return
    const other = await makeChange(stage, route, different, key)
    expect([other.status, other.refusal.code]).toEqual(keyReused)
  })

  test('another action with the same key is refused', async () => {
    const [, invite] = changing.find(([name]) => name === 'access.inviteSchools') ?? []
    const [, add] = changing.find(([name]) => name === 'organisations.addOrganisation') ?? []
    if (!invite || !add) throw new Error('no such endpoints')
    await makeChange(stage, invite, await changeFor(stage, 'access.inviteSchools'), 'the-same-key')
    const other = await makeChange(stage, add, await changeFor(stage, 'organisations.addOrganisation'), 'the-same-key')
    expect([other.status, other.refusal.code]).toEqual(keyReused)
  })
})

test('fifteen people who sign in at the same moment are all let in', async () => {
  await forgetLimits(stage)
  const [, route] = changing.find(([name]) => name === 'access.signIn') ?? []
  if (!route) throw new Error('no such endpoint')
  const people = await Promise.all(Array.from({ length: 15 }, () => changeFor(stage, 'access.signIn')))
  const answers = await Promise.all(people.map((change) => makeChange(stage, route, change)))
  expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200))
})

const keyReused = [422, 'server.key-reused']

/** Who is nobody yet has no key to keep an answer by; links are spent once, sign-in makes a session each time. */
function isOpenToAll(name: string): boolean {
  return [
    'access.signIn',
    'access.inspectLink',
    'access.acceptLink',
    'messages.endLetters',
    'second-factor.passSecondFactor',
  ].includes(name)
}

/** Once it is done, whoever asks again asks as the other, who may not. */
function makesAnother(name: string): boolean {
  return name === 'view.viewAs'
}

/** The same call with other content: another file, or another word or number in one field that takes it; null where it has none. */
function otherThan({ upload, input, ...rest }: Change, endpoint: Endpoint): Change | null {
  if (upload) return { ...rest, input, upload: new TextEncoder().encode('совсем другое') }
  const others = Object.entries(input)
    .filter(([, one]) => typeof one !== 'object')
    .map(([name, value]) => ({ ...input, [name]: otherValue(value) }))
  const fitting = others.findLast((one) => endpoint.input.safeParse(one).success) ?? others.at(-1)
  return fitting ? { ...rest, input: fitting } : null
}

function otherValue(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  const text = String(value)
  return /^[0-9a-f-]{36}$/.test(text) ? text.replace(/.$/, (last) => (last === '0' ? '1' : '0')) : otherText(text)
}

function otherText(text: string): string {
  if (/^\d\d:\d\d$/.test(text)) return '15:00'
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return '2198-12-31T00:00:00Z'
  return /^\d{4}-\d\d-\d\d$/.test(text) ? '2024-06-21' : `${text} и ещё`
}

function versionIn(current: unknown): number {
  return typeof current === 'object' && current !== null && 'rowVersion' in current ? Number(current.rowVersion) : 0
}

async function requestsWithTraces(): Promise<number> {
  const [row] = await askHouse<{ count: number }>(
    stage.opora,
    // What a job does for a person afterwards is a call of its own.
    `select count(distinct request_id)::int as count from audit_entry
      where actor_kind = 'person'
        and request_id not in (select request_id from audit_entry where action = 'registry.applied')`,
  )
  return row?.count ?? 0
}
