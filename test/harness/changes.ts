import { accessContract } from '../../src/features/access/contract.ts'
import { createInvitation } from '../../src/features/access/links.service.ts'
import { secondFactorContract } from '../../src/features/access/second-factor-contract.ts'
import { assignmentsContract } from '../../src/features/assignments/contract.ts'
import { programmesContract } from '../../src/features/programmes/contract.ts'
import { demoOrderDocx } from '../../src/features/road-maps/demo-order.ts'
import { type ImportView, importsContract } from '../../src/features/road-maps/import-contract.ts'
import { upkeepContract } from '../../src/features/upkeep/contract.ts'
import type { ActivityId, OrganisationId } from '../../src/kernel/id.ts'
import { newId } from '../../src/kernel/id.ts'
import type { TestApp } from './app.ts'
import { askHouse } from './ask-house.ts'
import { calendarChanges } from './calendar-changes.ts'
import { correctionChanges } from './correction-changes.ts'
import type { Visitor } from './district.ts'
import { documentChanges } from './document-changes.ts'
import { mapOrderChanges } from './map-order-changes.ts'
import { messageChanges } from './message-changes.ts'
import { moveChanges } from './move-changes.ts'
import { nextYearChanges } from './next-year-changes.ts'
import { organisationChanges } from './organisation-changes.ts'
import { packetChanges } from './packet-changes.ts'
import { codeNow, draftOf, givePhone, ruledTicket, ticketOf, withPhone } from './phones.ts'
import type { PlannedYear } from './planned-year.ts'
import { registryChanges } from './registry-changes.ts'
import { freshScan, scanChanges } from './scan-changes.ts'
import { schoolMapChanges } from './school-map-changes.ts'
import { administratorSession, newPerson, PASSWORD, school, someone } from './someone.ts'
import { templateChanges } from './template-changes.ts'
import { fromTemplate, understoodRoadMap } from './template-map.ts'

/** A call that would succeed now. */
export type Change = {
  as: Visitor
  input: Record<string, unknown>
  upload?: Uint8Array
  /** The session of somebody made for this call alone. */
  cookie?: string
}

export type Stage = TestApp & { year: PlannedYear }

const DUE = '2024-06-20'

/** For every endpoint that changes something: a call on things made for it alone. `setUp` needs an empty installation. */
export const changes: Record<string, (stage: Stage) => Promise<Change>> = {
  'access.signIn': async (stage) => ({
    as: 'nobody',
    input: { login: (await someone(stage)).login, password: PASSWORD },
  }),
  'access.signOut': async (stage) => ({ as: 'nobody', input: {}, cookie: (await someone(stage)).cookie }),
  'access.endSession': async (stage) => {
    const { cookie, sessionId } = await someone(stage)
    return { as: 'nobody', input: { id: sessionId }, cookie }
  },
  'access.changePassword': async (stage) => {
    const { cookie } = await someone(stage)
    return { as: 'nobody', input: { current: PASSWORD, next: 'совсем другие слова здесь' }, cookie }
  },
  'access.inspectLink': async (stage) => ({ as: 'nobody', input: { token: await invite(stage) } }),
  'access.acceptLink': async (stage) => {
    const input = { token: await invite(stage), name: 'Анна Заречная', login: `anna-${newId()}`, password: PASSWORD }
    return { as: 'nobody', input }
  },
  'access.addPerson': async (stage) => ({ as: 'coordinator', input: newPerson(stage) }),
  'access.changePerson': async (stage) => {
    const { id } = await someone(stage)
    return { as: 'coordinator', input: { id, rowVersion: 1, name: 'Вера Новая', position: 'завуч', disabled: false } }
  },
  'access.addMembership': async (stage) => {
    const { id } = await someone(stage)
    return { as: 'coordinator', input: { id, role: 'teacher', organisationId: school(stage) } }
  },
  'access.endMembership': async (stage) => {
    const { id } = await someone(stage)
    const { body } = await stage.as('coordinator').call(accessContract.listPeople, {})
    const membership = body.people.find((one) => one.id === id)?.memberships[0]
    return { as: 'coordinator', input: { id: membership?.id } }
  },
  'access.inviteAgain': async (stage) => ({ as: 'coordinator', input: { id: (await someone(stage)).id } }),
  'access.inviteSchools': async () => ({ as: 'coordinator', input: {} }),
  'access.addSubstitution': async (stage) => ({ as: 'coordinator', input: await substitution(stage) }),
  'access.endSubstitution': async (stage) => {
    const { body } = await stage.as('coordinator').call(accessContract.addSubstitution, await substitution(stage))
    return { as: 'coordinator', input: { id: body.id } }
  },

  'view.viewAs': async (stage) => ({
    as: 'nobody',
    input: { personId: (await someone(stage)).id },
    cookie: await administratorSession(stage, null),
  }),
  'view.comeBack': async (stage) => ({
    as: 'nobody',
    input: {},
    cookie: await administratorSession(stage, (await someone(stage)).id),
  }),
  'personal-data.destroyPersonData': async (stage) => {
    const { id } = await someone(stage)
    const act = { number: id.slice(-12), signedOn: '2024-02-14', reason: 'уволился', backupsUntil: '2024-05-14' }
    return { as: 'administrator', input: { id, rowVersion: 1, ...act } }
  },
  'second-factor.draftSecondFactor': async (stage) => {
    const { cookie } = await someone(stage)
    return { as: 'nobody', input: { password: PASSWORD }, cookie }
  },
  'second-factor.setSecondFactor': async (stage) => {
    const { cookie } = await someone(stage)
    const { secret } = await draftOf(stage, cookie)
    return { as: 'nobody', input: { code: await codeNow(stage, secret) }, cookie }
  },
  'second-factor.renewRecoveryCodes': async (stage) => {
    const { cookie, codes } = await withPhone(stage)
    return { as: 'nobody', input: { code: codes[0] }, cookie }
  },
  'second-factor.dropSecondFactor': async (stage) => {
    const { cookie, codes } = await withPhone(stage)
    return { as: 'nobody', input: { code: codes[0] }, cookie }
  },
  'second-factor.passSecondFactor': async (stage) => {
    const { login, codes } = await withPhone(stage)
    return { as: 'nobody', input: { ticket: await ticketOf(stage, login), code: codes[0] } }
  },
  'second-factor.draftAtSignIn': async (stage) => ({ as: 'nobody', input: { ticket: await ruledTicket(stage) } }),
  'second-factor.setAtSignIn': async (stage) => {
    const ticket = await ruledTicket(stage)
    const { body } = await stage.as('nobody').call(secondFactorContract.draftAtSignIn, { ticket })
    return { as: 'nobody', input: { ticket, code: await codeNow(stage, body.secret) } }
  },
  'second-factor.takeSecondFactorOff': async (stage) => {
    return { as: 'administrator', input: { id: (await withPhone(stage)).id } }
  },
  'second-factor.requireSecondFactor': async (stage) => {
    await givePhone(stage, 'administrator')
    return { as: 'administrator', input: { organisationId: stage.district.authority.id } }
  },
  'second-factor.releaseSecondFactor': async (stage) => {
    await givePhone(stage, 'administrator')
    const organisationId = stage.district.authority.id
    await stage.as('administrator').call(secondFactorContract.requireSecondFactor, { organisationId })
    return { as: 'administrator', input: { organisationId } }
  },

  ...messageChanges,
  ...organisationChanges,
  ...calendarChanges,
  ...registryChanges,
  'programmes.changeVariant': async (stage) => {
    const id = stage.year.programmeId
    const { body } = await stage.as('coordinator').call(programmesContract.listParticipants, { id })
    const last = body.participants.at(-1)
    const variant = last?.variant === 'first-or-repeated' ? 'persistent-or-signs' : 'first-or-repeated'
    const place = { id, organisationId: last?.organisationId, rowVersion: last?.rowVersion }
    return { as: 'coordinator', input: { ...place, variant, reason: 'по итогам года' } }
  },

  'imports.importOrder': async () => ({ as: 'coordinator', input: { name: 'Приказ.docx' }, upload: demoOrderDocx() }),
  'imports.startFromTemplate': async () => ({ as: 'coordinator', input: { year: 2031 } }),
  'imports.clarifyRoadMap': async (stage) => ({
    as: 'coordinator',
    input: { roadMapId: await understoodRoadMap(stage) },
  }),
  'imports.changeHeader': onTemplate({ change: { title: 'План сопровождения школ', coordinatorText: 'Заречная' } }),
  'imports.changeSection': onTemplate({ section: 0, audience: 'first-or-repeated' }),
  ...scanChanges,
  ...schoolMapChanges,
  ...correctionChanges,
  ...mapOrderChanges,
  ...packetChanges,
  ...documentChanges,
  ...nextYearChanges,
  ...templateChanges,
  'imports.addSection': onTemplate({ number: '4', title: 'Наставничество' }),
  'imports.addActivity': onTemplate({ section: 0, number: '9.9', title: 'Семинар для завучей' }),
  'imports.changeActivity': onTemplate({ key: '0.0', change: { title: 'Распределение школ', executors: ['МОУО'] } }),
  'imports.addParticipant': onTemplate({ organisationId: null, shortName: 'МБОУ «Дальняя»' }),
  'imports.changeParticipant': onTemplate({
    participant: 0,
    change: { variant: 'first-or-repeated', shortName: 'СОШ' },
  }),
  'imports.decideFinding': async (stage) => {
    const { id, rowVersion } = await readOrder(stage)
    return { as: 'coordinator', input: { id, rowVersion, finding: 0, decision: 'keep', note: 'так и задумано' } }
  },
  'imports.confirmUnderstanding': onTemplate({ orderNumber: '12', orderDate: '2024-02-01', reason: 'первый приказ' }),
  'imports.abandonImport': onTemplate({}),

  'road-maps.sendToSchools': async (stage) => {
    return { as: 'coordinator', input: { id: stage.year.roadMapId, organisationIds: [school(stage)] } }
  },
  'road-maps.layRoadMapScan': async (stage) => ({
    as: 'coordinator',
    input: { id: await understoodRoadMap(stage), name: 'Приказ.pdf' },
    upload: freshScan(),
  }),
  'road-maps.acknowledge': async (stage) => {
    await askHouse(stage.opora, 'update dispatch set acknowledged_at = null, acknowledged_by = null')
    return { as: 'director', input: { id: stage.year.roadMapId, organisationId: school(stage) } }
  },

  'assignments.recordProof': async (stage) => ({ as: 'director', input: { ...(await task(stage)).cell, ...words } }),
  'assignments.recordProofFile': async (stage) => {
    const { cell } = await task(stage)
    const place = { activityId: cell.activityId, organisationId: cell.organisationId, windowEnd: DUE }
    return {
      as: 'director',
      input: { ...place, form: 'file', name: 'Протокол.txt', note: 'с подписью' },
      upload: text(),
    }
  },
  'assignments.withdrawProof': async (stage) => {
    const { proof } = await proved(stage)
    return { as: 'director', input: proof }
  },
  'assignments.shareProof': async (stage) => {
    const { proof } = await proved(stage)
    const { activityId, window } = (await task(stage)).cell
    return { as: 'director', input: { ...proof, cells: [{ activityId, window, version: 0 }] } }
  },
  'assignments.submit': async (stage) => ({ as: 'director', input: { ...(await proved(stage)).cell, note: 'готово' } }),
  'assignments.accept': async (stage) => ({ as: 'coordinator', input: { ...(await submitted(stage)), comment: 'да' } }),
  'assignments.acceptMany': async (stage) => {
    const { activityId, organisationId } = await waiting(stage)
    return { as: 'coordinator', input: { cells: [{ activityId, organisationId }], seenAt: '2199-01-01T00:00:00Z' } }
  },
  'assignments.remindMany': async (stage) => {
    const { activityId, organisationId } = (await task(stage)).cell
    return { as: 'coordinator', input: { cells: [{ activityId, organisationId }] } }
  },
  'assignments.returnSubmission': async (stage) => {
    return { as: 'coordinator', input: { ...(await submitted(stage)), comment: 'нет даты' } }
  },
  'assignments.releaseFromControl': async (stage) => ({ as: 'head', input: release((await task(stage)).cell) }),
  'assignments.revokeRelease': async (stage) => {
    const { cell } = await task(stage)
    await stage.as('head').call(assignmentsContract.releaseFromControl, release(cell))
    return { as: 'head', input: only((await look(stage, cell)).releases) }
  },
  'assignments.exempt': async (stage) => ({ as: 'coordinator', input: exemption((await task(stage)).cell) }),
  'assignments.revokeExemption': async (stage) => {
    const { cell } = await task(stage)
    await stage.as('coordinator').call(assignmentsContract.exempt, exemption(cell))
    return { as: 'coordinator', input: only((await look(stage, cell)).exemptions) }
  },
  ...moveChanges,
  'assignments.keepLetterFile': async () => ({ as: 'coordinator', input: { name: 'Письмо.txt' }, upload: text() }),
  'assignments.giveTask': async (stage) => ({ as: 'coordinator', input: newTask(stage) }),
  'assignments.noteTaskSeen': async (stage) => {
    const { cell } = await task(stage)
    return { as: 'director', input: { activityId: cell.activityId, organisationId: cell.organisationId } }
  },
  'upkeep.startBackup': async (stage) => {
    await askHouse(stage.opora, `update backup_run set status = 'interrupted' where status in ('waiting', 'running')`)
    return { as: 'chief', input: {} }
  },
  'upkeep.changeBackupSettings': async (stage) => {
    const { body } = await stage.as('chief').call(upkeepContract.loadBackups, {})
    return { as: 'chief', input: { rowVersion: body.settings.rowVersion, folder: null, atTime: '04:15' } }
  },
  'assignments.cancelTask': async (stage) => {
    return { as: 'coordinator', input: { activityId: (await task(stage)).cell.activityId, rowVersion: 1 } }
  },
}

type Cell = { activityId: ActivityId; organisationId: OrganisationId; window: { start: null; end: string } }

const words = { proof: { form: 'words' as const, note: 'Двое пройдут курсы' } }

/** Bytes that nobody has given yet. */
function text(): Uint8Array {
  return new TextEncoder().encode(`Протокол ${newId()}`)
}

async function invite(stage: Stage): Promise<string> {
  const { id } = await someone(stage)
  return stage.opora.perform({ kind: 'operator' }, async (work) =>
    work.tokenOf(await createInvitation(work, 'invitation', id)),
  )
}

async function substitution(stage: Stage) {
  const [absent, substitute] = [await someone(stage), await someone(stage)]
  const days = { startsOn: '2024-03-01', endsOn: '2024-03-20', basis: 'приказ № 3' }
  return { absentId: absent.id, substituteId: substitute.id, ...days }
}

function newTask(stage: Stage) {
  const letter = { number: '17', signedOn: '2024-02-12', sender: 'Министерство', fileId: null }
  return { text: 'Сообщите число слушателей', dueOn: DUE, dueTime: '16:00', organisationIds: [school(stage)], letter }
}

async function task(stage: Stage): Promise<{ cell: Cell }> {
  const { body } = await stage.as('coordinator').call(assignmentsContract.giveTask, newTask(stage))
  return {
    cell: { activityId: body.activityId, organisationId: school(stage), window: { start: null, end: DUE } },
  }
}

async function proved(stage: Stage) {
  const { cell } = await task(stage)
  const { body } = await stage.as('director').call(assignmentsContract.recordProof, { ...cell, ...words })
  return { cell, proof: only(body.windows[0]?.proofs ?? []) }
}

async function waiting(stage: Stage) {
  const { cell } = await proved(stage)
  await stage.as('director').call(assignmentsContract.submit, cell)
  return cell
}

async function submitted(stage: Stage) {
  const { cell } = await proved(stage)
  const { body } = await stage.as('director').call(assignmentsContract.submit, cell)
  return only(body.windows[0]?.attempts ?? [])
}

async function look(stage: Stage, { activityId, organisationId }: Cell) {
  return (await stage.as('coordinator').call(assignmentsContract.loadCell, { activityId, organisationId })).body
}

function release({ activityId, organisationId }: Cell) {
  return { activityId, organisationIds: [organisationId], resolution: 'снято по докладу' }
}

function exemption({ activityId, organisationId }: Cell) {
  return { activityId, organisationId, reason: 'школа на ремонте' }
}

function only<Row extends { id: string; rowVersion: number }>(rows: Row[]) {
  const [row] = rows
  if (!row) throw new Error('nothing to change')
  return { id: row.id, rowVersion: row.rowVersion }
}

function onTemplate(rest: Record<string, unknown>) {
  return async (stage: Stage): Promise<Change> => {
    const { id, rowVersion } = await fromTemplate(stage)
    return { as: 'coordinator', input: { id, rowVersion, ...rest } }
  }
}

async function readOrder(stage: Stage): Promise<ImportView> {
  const how = { upload: demoOrderDocx() }
  const { body } = await stage.as('coordinator').call(importsContract.importOrder, { name: 'Приказ.docx' }, how)
  return settled(stage, body.id)
}

/** Waits until the job has read the paper. */
export async function settled({ as }: TestApp, id: ImportView['id']): Promise<ImportView> {
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await as('coordinator').call(importsContract.loadImport, { id })
    if (body.status !== 'reading') return body
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('the import was never read')
}
