import { generate } from 'otplib'
import { accessContract } from '../../src/features/access/contract.ts'
import { secondFactorContract } from '../../src/features/access/second-factor-contract.ts'
import { newId } from '../../src/kernel/id.ts'
import type { TestApp } from './app.ts'
import { askHouse } from './ask-house.ts'
import type { Visitor } from './district.ts'
import { PASSWORD, someone } from './someone.ts'

type Owner = Awaited<ReturnType<typeof someone>>

/** What a phone with this secret shows now, or some half minutes away. */
export function codeNow({ clock }: Pick<TestApp, 'clock'>, secret: string, steps = 0): Promise<string> {
  return generate({ secret, epoch: Math.floor(clock.now().getTime() / 1000) + steps * 30 })
}

export async function draftOf({ as }: TestApp, cookie: string) {
  const how = { headers: { cookie: `opora=${cookie}` } }
  return (await as('nobody').call(secondFactorContract.draftSecondFactor, { password: PASSWORD }, how)).body
}

/** Somebody new who has set a phone up, with the codes on paper. */
export async function withPhone(stage: TestApp): Promise<Owner & { secret: string; codes: string[] }> {
  const owner = await someone(stage)
  const { secret } = await draftOf(stage, owner.cookie)
  const how = { headers: { cookie: `opora=${owner.cookie}` } }
  const code = await codeNow(stage, secret)
  const { body } = await stage.as('nobody').call(secondFactorContract.setSecondFactor, { code }, how)
  return { ...owner, secret, codes: body.recoveryCodes }
}

/** After a right password. */
export async function ticketOf(stage: TestApp, login: string): Promise<string> {
  await askHouse(stage.opora, 'delete from rate_window')
  const { body } = await stage.as('nobody').call(accessContract.signIn, { login, password: PASSWORD })
  return body.ticket ?? ''
}

/** Of the head of the other authority, where a rule asks for a second step and she has none yet. */
export async function ruledTicket(stage: TestApp): Promise<string> {
  const { id, login } = await someone(stage)
  const { opora } = stage
  const place = stage.district.otherAuthority.id
  await askHouse(
    opora,
    `insert into membership (id, person_id, organisation_id, role) values ($1, $2, $3, 'authority_head')`,
    [newId(), id, place],
  )
  await askHouse(
    opora,
    `insert into second_factor_rule (organisation_id, set_by, set_at) values ($1, $2, $3) on conflict do nothing`,
    [place, id, stage.clock.now()],
  )
  return ticketOf(stage, login)
}

/** The visitor has a phone, and everybody of the fixture came in with one. */
export async function givePhone({ opora, district, clock }: TestApp, visitor: Exclude<Visitor, 'nobody'>) {
  await askHouse(opora, 'update session set second_factor = true')
  await askHouse(
    opora,
    `insert into second_factor (person_id, sealed_secret, confirmed_at) values ($1, 'of a test', $2) on conflict do nothing`,
    [district.people[visitor], clock.now()],
  )
}
