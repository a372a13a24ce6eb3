import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { planYear, spring } from '../../../test/harness/planned-year.ts'
import { fullRow, versionOf } from '../../../test/harness/school-map-changes.ts'
import { day } from '../../kernel/day.ts'
import { readDocx } from '../../paper/docx.ts'
import { assignmentsContract } from '../assignments/contract.ts'
import { schoolMapsContract } from '../school-maps/contract.ts'
import { packetsContract as contract } from './contract.ts'
import { packetColumns } from './paper.ts'

const app = await startTestApp({ now: '2024-03-15T06:00:00Z' })
const year = await planYear(app)
const school = (index: number) => {
  const found = app.district.schools[index]
  if (!found) throw new Error('no such school')
  return found.id
}
const place = (index = 0) => ({ programmeId: year.programmeId, organisationId: school(index) })
const coordinator = () => app.as('coordinator')

type Said = Partial<Record<(typeof packetColumns)[number], string>>
const meeting = { done: 'Вебинар прошёл', when: '12.03.2024', who: 'Директор и два учителя', source: 'письмо № 7' }

/** The packet of a school, filled in by the places of its rows and saved as a spreadsheet program saves it. */
async function filled(answers: Record<number, Said>, index = 0): Promise<Buffer> {
  const { raw } = await coordinator().call(contract.exportPacket, place(index))
  const { sheets } = await readXlsx(raw)
  const rows = (sheets[0]?.rows ?? []).map((row, at) =>
    packetColumns.map((name, column) => answers[at - 3]?.[name] ?? `${row[column] ?? ''}`),
  )
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'План', rows }] }))
}

const bring = (upload: Buffer, index = 0) =>
  coordinator().call(contract.bringPacketBack, { organisationId: school(index), name: 'Пакет.xlsx' }, { upload })

const proofsOf = async (number: string, index = 0) => {
  const activityId = year.activities[number] ?? ''
  const { body } = await coordinator().call(assignmentsContract.loadCell, { activityId, organisationId: school(index) })
  return body.windows.flatMap((one) => one.proofs)
}

describe('a paper packet', () => {
  test('is also a paper with the same rows and room to write, printed on A4 whole', async () => {
    const { raw } = await coordinator().call(contract.exportPacketPaper, place())
    const { blocks } = readDocx(raw)
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    expect(rows.map(({ cells }) => cells.map((cell) => cell.text)[0])).toEqual(['№', '1.2', '1.2', '2.1', '3.3'])
    expect(rows[0]?.cells.map((cell) => cell.text)).toContain('Кто участвовал')
    const { sheets } = await readXlsx((await coordinator().call(contract.exportPacket, place())).raw)
    const onPage = { paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$3:$3' }
    expect(sheets[0]?.pageSetup).toMatchObject(onPage)
  })

  test('has a row for each window that is still asked, with what proves it', async () => {
    const { body } = await coordinator().call(contract.loadPacket, place())
    expect(body.rows.map((one) => [one.number, one.window.start])).toEqual([
      ['1.2', '2024-02-01'],
      ['1.2', '2024-09-01'],
      ['2.1', null],
      ['3.3', null],
    ])
    expect([body.isOnBehalf, body.rows[0]?.proof]).toEqual([true, ['outside-event', 'file']])
  })

  test('comes back into the right rows, once', async () => {
    const upload = await filled({ 0: meeting, 2: { done: 'Создано объединение учителей физики' } })
    const { body } = await bring(upload)
    expect(body.rows.map((one) => one.fate)).toEqual(['ready', 'ready'])
    expect([body.untouched, await proofsOf('1.2')]).toEqual([2, []])

    const recorded = await coordinator().call(contract.recordPacket, { fileId: body.fileId, onBehalf: 'letter' })
    expect([recorded.status, recorded.body.rows.map((one) => one.fate)]).toEqual([200, ['recorded', 'recorded']])
    const [proof, ...others] = await proofsOf('1.2')
    expect(others).toEqual([])
    expect(proof).toMatchObject({
      ...{ form: 'outside-event', heldOn: '2024-03-12', tookPart: meeting.who, letter: meeting.source },
      ...{ note: meeting.done, onBehalf: 'letter' },
    })
    expect((await proofsOf('2.1'))[0]).toMatchObject({ form: 'words', note: 'Создано объединение учителей физики' })

    const again = await bring(upload)
    expect(again.body.rows.map((one) => one.fate)).toEqual(['known', 'known'])
    const twice = await coordinator().call(contract.recordPacket, { fileId: again.body.fileId, onBehalf: 'letter' })
    expect([twice.status, twice.refusal.code]).toEqual([409, 'packet.nothing-to-record'])
    expect(await proofsOf('1.2')).toHaveLength(1)
  })

  test('says at each row what stands in the way, and records the others', async () => {
    const answers = {
      0: { ...meeting, when: 'весной' },
      1: { ...meeting, when: '12.09.2024' },
      2: { ...meeting, who: '' },
      3: { done: 'Семинар прошёл, выступили двое', source: 'school.example.ru/seminar' },
    }
    const { body } = await bring(await filled(answers, 2), 2)
    expect(body.rows.map((one) => one.fate)).toEqual(['when-unread', 'when-ahead', 'who-missing', 'ready'])
    await coordinator().call(contract.recordPacket, { fileId: body.fileId, onBehalf: 'photo' })
    expect((await proofsOf('3.3', 2))[0]).toMatchObject({ form: 'link', url: 'https://school.example.ru/seminar' })
    expect(await proofsOf('1.2', 2)).toEqual([])
  })

  test('names a row whose hidden text was changed, and one whose window is no longer there', async () => {
    const { raw } = await coordinator().call(contract.exportPacket, place(1))
    const key = `${(await readXlsx(raw)).sheets[0]?.rows[3]?.[8] ?? ''}`
    const moved = key.replace(spring.start, '2024-02-02')
    const { body } = await bring(await filled({ 0: { ...meeting, key: moved }, 1: { done: 'Прошло' } }, 1), 1)
    expect(body.rows.map((one) => one.fate)).toEqual(['damaged', 'ready'])
  })

  test('has the rows that the school set itself, and asks the database as often for one filled row as for all', async () => {
    const where = place(4)
    const { body: map } = await coordinator().call(schoolMapsContract.startSchoolMap, { ...where, onBehalf: 'letter' })
    const told = { onBehalf: 'letter' as const }
    await coordinator().call(schoolMapsContract.addMapRow, { id: map.id, change: fullRow, ...told })
    const submitted = await coordinator().call(schoolMapsContract.submitSchoolMap, { ...versionOf(map), ...told })
    const agreed = await coordinator().call(schoolMapsContract.agreeSchoolMap, versionOf(submitted.body))
    const order = { orderNumber: '12-о', orderDate: day(2024, 3, 14), ...told }
    await coordinator().call(schoolMapsContract.approveSchoolMap, { ...versionOf(agreed.body), ...order })

    const { body } = await coordinator().call(contract.loadPacket, where)
    const own = body.rows.findIndex((one) => one.number === 'Ш.1')
    expect(body.rows[own]).toMatchObject({ title: fullRow.title, proof: ['document'] })
    const one = await bring(await filled({ [own]: { done: 'Консультации идут' } }, 4), 4)
    expect(one.body.rows.map((row) => row.fate)).toEqual(['ready'])
    const every = Object.fromEntries(body.rows.map((_, at) => [at, { done: `Сделано, строка ${at}` }]))
    const all = await bring(await filled(every, 4), 4)
    expect(all.body.rows.length).toBeGreaterThan(3)
    expect(all.statements).toBe(one.statements)
    const recorded = await coordinator().call(contract.recordPacket, { fileId: one.body.fileId, ...told })
    expect(recorded.body.rows.map((row) => row.fate)).toEqual(['recorded'])
  })

  test('comes back through LibreOffice unharmed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'packet-'))
    try {
      const [source, out] = [join(folder, 'in.xlsx'), join(folder, 'out')]
      await mkdir(out)
      const { raw } = await coordinator().call(contract.exportPacket, place(3))
      await writeFile(source, raw)
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      const run = promisify(execFile)
      await run('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, source], {
        timeout: 100_000,
      })
      const saved = await readFile(join(out, 'in.xlsx'))
      const { status, body } = await bring(saved, 3)
      expect([status, body.rows, body.untouched]).toEqual([200, [], 4])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }, 120_000)

  test('of another school, and what is no packet, are refused', async () => {
    const foreign = await bring(await filled({ 0: meeting }, 1), 0)
    expect([foreign.status, foreign.refusal.code]).toEqual([409, 'packet.of-another-school'])
    const other = await bring(Buffer.from(await writeXlsx({ sheets: [{ name: 'Лист', rows: [['Смета', '1']] }] })))
    expect([other.status, other.refusal.code]).toEqual([422, 'packet.no-packet'])
    const broken = await bring(Buffer.from('PK\u0003\u0004 broken'))
    expect([broken.status, broken.refusal.code]).toEqual([422, 'packet.unreadable'])
  })

  test('is its school’s own and the office’s: a director brings back her own and no other', async () => {
    const own = await app.as('director').call(contract.loadPacket, place(0))
    expect([own.status, own.body.isOnBehalf]).toEqual([200, false])
    expect((await app.as('director').call(contract.loadPacket, place(1))).status).toBe(404)
    const input = { organisationId: school(1), name: 'Пакет.xlsx' }
    const upload = await filled({ 1: { done: 'Прошло' } }, 1)
    const taken = await app.as('director').call(contract.bringPacketBack, input, { upload })
    expect(taken.status).toBe(404)
    expect((await app.as('stranger').call(contract.loadPacket, place(0))).status).toBe(404)
  })
})
