import { beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { NO_WINDOW, type PlannedYear, planYear, spring } from '../../../test/harness/planned-year.ts'
import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { filesContract } from '../files/contract.ts'
import { programmesContract } from '../programmes/contract.ts'
import { assignmentsContract as contract } from './contract.ts'

const app = await startTestApp({ now: '2024-03-15T06:00:00Z' })
const { district } = app
const organisationId = district.schools[0]?.id ?? ''
const event = { form: 'outside-event' as const, heldOn: day(2024, 3, 12), tookPart: 'Директор и два учителя' }
let year: PlannedYear
let other: PlannedYear

beforeAll(async () => {
  year = await planYear(app)
  other = await planYear(app, { title: 'Наставничество в школах округа' })
})

const cellOf = (number: string, { activities }: PlannedYear = year) => {
  return { activityId: activities[number] ?? '', organisationId }
}
const openAs = async (visitor: Visitor) => {
  return (await app.as(visitor).call(contract.listOpenCells, { organisationId })).body.cells
}

async function openCell(number: string, plan: PlannedYear = year) {
  const { activityId } = cellOf(number, plan)
  const found = (await openAs('director')).find((one) => one.activityId === activityId)
  if (!found) throw new Error(`${number} is not open`)
  return { activityId, window: found.window, version: found.version }
}

async function proofsOf(number: string, plan: PlannedYear = year) {
  const { body } = await app.as('director').call(contract.loadCell, cellOf(number, plan))
  return body.windows.flatMap((one) => one.proofs)
}

async function counted(): Promise<string> {
  const sql = 'select (select count(*) from proof_item) || $$/$$ || (select count(*) from audit_entry) as n'
  return JSON.stringify(await askHouse(app.opora, sql))
}

describe('«Это же подтверждает…»', () => {
  test('a school is offered what is open for it in all its projects, the nearest deadline first', async () => {
    const cells = await openAs('director')
    expect(cells.map((one) => [one.programmeTitle, one.number, one.dueOn]).slice(0, 2)).toEqual([
      ['Наставничество в школах округа', '1.2', '2024-04-27'],
      ['Сопровождение школ Заречного округа', '1.2', '2024-04-27'],
    ])
    expect(new Set(cells.map((one) => one.programmeId)).size).toBe(2)
    expect(cells.every((one) => one.version === 0)).toBe(true)
  })

  test('one event is recorded in cells of two projects, and each says where else', async () => {
    const also = [await openCell('2.1'), await openCell('1.2', other)]
    const given = { ...cellOf('1.2'), window: spring, proof: event, also }
    const key = newId()
    const { status, body } = await app.as('director').call(contract.recordProof, given, { key })
    expect(status).toBe(200)
    expect(body.windows[0]?.proofs[0]?.also.map((one) => [one.programmeTitle, one.number])).toEqual([
      ['Сопровождение школ Заречного округа', '2.1'],
      ['Наставничество в школах округа', '1.2'],
    ])
    const [there] = await proofsOf('1.2', other)
    expect(there).toMatchObject({ heldOn: '2024-03-12', tookPart: 'Директор и два учителя' })
    expect(there?.also.map((one) => one.number)).toEqual(['1.2', '2.1'])

    const before = await counted()
    expect((await app.as('director').call(contract.recordProof, given, { key })).body).toEqual(body)
    expect(await counted()).toBe(before)
    const audited = await askHouse(
      app.opora,
      `select count(*)::int as n from audit_entry where action = 'proof.recorded'`,
    )
    expect(audited).toEqual([{ n: 3 }])
  })

  test('each cell goes its own way: one is handed in and returned, the others stay open', async () => {
    const { body } = await app.as('director').call(contract.submit, { ...cellOf('1.2'), window: spring })
    const attempt = body.windows[0]?.attempts[0]
    if (!attempt) throw new Error('nothing waits')
    const { id, rowVersion } = attempt
    await app.as('coordinator').call(contract.returnSubmission, { id, rowVersion, comment: 'Приложите список' })
    const states = await Promise.all(
      [cellOf('1.2'), cellOf('2.1'), cellOf('1.2', other)].map(
        async (cell) => (await app.as('director').call(contract.loadCell, cell)).body.windows[0]?.state,
      ),
    )
    expect(states).toEqual(['returned', 'open', 'open'])
  })

  test('where one of the cells has moved on meanwhile, nothing is recorded and the refusal names it', async () => {
    const also = [await openCell('1.2', other), await openCell('2.1', other)]
    const words = { form: 'words' as const, note: 'Ещё одна встреча' }
    const window = also[0]?.window ?? NO_WINDOW
    await app.as('deputy').call(contract.recordProof, { ...cellOf('1.2', other), window, proof: words })
    const before = await counted()
    const refused = await app
      .as('director')
      .call(contract.recordProof, { ...cellOf('2.1'), window: NO_WINDOW, proof: event, also })
    expect([refused.status, refused.refusal.code]).toEqual([412, 'assignment.other-moved-on'])
    expect(refused.refusal.message).toContain('«1.2 Участие в вебинарах для управленческих команд»')
    expect(await counted()).toBe(before)
  })

  test('a file is kept once and opens from every cell', async () => {
    const also = JSON.stringify([await openCell('2.1', other)])
    const upload = new TextEncoder().encode('Протокол семинара')
    const file = { ...cellOf('2.1'), form: 'file' as const, name: 'Протокол.txt', also }
    const { status } = await app.as('director').call(contract.recordProofFile, file, { upload })
    expect(status).toBe(200)
    const [here, there] = [(await proofsOf('2.1')).at(-1), (await proofsOf('2.1', other)).at(-1)]
    expect(there?.file?.id).toBe(here?.file?.id)
    expect(there?.id).not.toBe(here?.id)
    const opened = await app.as('coordinator').call(filesContract.openFile, { id: there?.file?.id ?? '' })
    expect(opened.status).toBe(200)
    const broken = { ...file, also: '[{"activityId":' }
    expect((await app.as('director').call(contract.recordProofFile, broken, { upload })).status).toBe(400)
  })

  test('a proof that stands is recorded for more cells; the coordinator does it for the school, accepted at once', async () => {
    const proof = (await proofsOf('2.1')).find((one) => one.form === 'file')
    if (!proof) throw new Error('no proof')
    const { id, rowVersion } = proof
    const cells = [await openCell('3.3')]
    const untold = await app.as('coordinator').call(contract.shareProof, { id, rowVersion, cells })
    expect([untold.status, untold.refusal.code]).toEqual([400, 'assignment.say-how-told'])
    const shared = await app.as('coordinator').call(contract.shareProof, { id, rowVersion, cells, onBehalf: 'call' })
    expect(shared.status).toBe(200)
    const { body } = await app.as('director').call(contract.loadCell, cellOf('3.3'))
    expect(body.windows[0]).toMatchObject({ state: 'accepted', proofs: [{ onBehalf: 'call', form: 'file' }] })
    expect(body.windows[0]?.proofs[0]?.also).toHaveLength(2)

    const stale = await app.as('director').call(contract.shareProof, { id, rowVersion, cells })
    expect(stale.status).toBe(412)
    const now = { id, rowVersion: rowVersion + 1 }
    const again = [await openCell('2.1', other)]
    const twice = await app.as('director').call(contract.shareProof, { ...now, cells: again })
    expect([twice.status, twice.refusal.code]).toEqual([409, 'assignment.proved-already'])
    const [one] = again
    if (!one) throw new Error('not open')
    const same = await app.as('director').call(contract.shareProof, { ...now, cells: [one, one] })
    expect(same.refusal.code).toBe('assignment.same-cell-twice')
    const accepted = { ...cells[0], activityId: cells[0]?.activityId ?? '', window: NO_WINDOW, version: 2 }
    const closed = await app.as('director').call(contract.shareProof, { ...now, cells: [accepted] })
    expect([closed.status, closed.refusal.code]).toEqual([409, 'assignment.other-not-open'])
  })

  test('neighbours and strangers see nothing of it and add nothing', async () => {
    for (const visitor of ['neighbour', 'stranger'] as const) {
      expect((await app.as(visitor).call(contract.listOpenCells, { organisationId })).status).toBe(404)
    }
    expect((await app.as('head').call(contract.listOpenCells, { organisationId })).status).toBe(403)
    const [proof] = await proofsOf('2.1')
    const input = { id: proof?.id ?? '', rowVersion: proof?.rowVersion ?? 1, cells: [await openCell('2.1')] }
    expect((await app.as('neighbour').call(contract.shareProof, input)).status).toBe(404)
  })

  test('a closed project is not offered, and takes nothing', async () => {
    const also = [await openCell('2.1', other)]
    const { body } = await app.as('coordinator').call(programmesContract.listProgrammes, {})
    const project = body.programmes.find((one) => one.id === other.programmeId)
    const closing = { id: other.programmeId, rowVersion: project?.rowVersion ?? 1, reason: 'завершён досрочно' }
    expect((await app.as('coordinator').call(programmesContract.closeProgramme, closing)).status).toBe(200)
    expect((await openAs('director')).some((one) => one.programmeId === other.programmeId)).toBe(false)
    const before = await counted()
    const refused = await app
      .as('director')
      .call(contract.recordProof, { ...cellOf('2.1'), window: NO_WINDOW, proof: event, also })
    expect([refused.status, refused.refusal.code]).toEqual([409, 'server.project-closed'])
    expect(await counted()).toBe(before)
  })
})
