import { accessContract } from '../../src/features/access/contract.ts'
import { createInvitation } from '../../src/features/access/links.service.ts'
import { secondFactorContract } from '../../src/features/access/second-factor-contract.ts'
import { newId } from '../../src/kernel/id.ts'
import type { Change, Stage } from './changes.ts'
import { codeNow, draftOf, givePhone, ruledTicket, ticketOf, withPhone } from './phones.ts'
import { administratorSession, newPerson, PASSWORD, school, someone } from './someone.ts'

/** Calls of people who sign in, each on somebody made for it alone. */
export const accessChanges: Record<string, (stage: Stage) => Promise<Change>> = {
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
  'access.chooseLanguage': async (stage) => ({
    as: 'nobody',
    input: { language: 'en' },
    cookie: (await someone(stage)).cookie,
  }),
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
