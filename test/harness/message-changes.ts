import { endLettersToken } from '../../src/features/messages/choices.service.ts'
import { messagesContract } from '../../src/features/messages/contract.ts'
import { feedContract } from '../../src/features/messages/feed-contract.ts'
import { mailContract } from '../../src/features/messages/mail-contract.ts'
import type { Id } from '../../src/kernel/id.ts'
import type { TestApp } from './app.ts'
import { askHouse } from './ask-house.ts'
import type { Change, Stage } from './changes.ts'
import type { Visitor } from './district.ts'
import { someone } from './someone.ts'

/** For every endpoint of messages and mail that changes something. */
export const messageChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'messages.readMessages': async (stage) => ({ as: 'director', input: { until: stage.clock.now().toISOString() } }),
  'messages.chooseLetters': async (stage) => {
    const { body } = await stage.as('director').call(messagesContract.loadLetters, {})
    const events = [{ event: 'returned', choice: 'at-once' }]
    return { as: 'director', input: { rowVersion: body.rowVersion, email: 'director@school.example', events } }
  },
  'messages.endLetters': async (stage) => {
    const { id } = await someone(stage)
    const token = await stage.opora.perform({ kind: 'operator' }, async (work) => endLettersToken(work, id))
    return { as: 'nobody', input: { token } }
  },
  'calendar-feed.makeFeed': async () => ({ as: 'director', input: {} }),
  'calendar-feed.endFeed': async (stage) => {
    await stage.as('deputy').call(feedContract.makeFeed, {})
    return { as: 'deputy', input: {} }
  },
  'mail.changeMailSettings': async (stage) => {
    const { body } = await stage.as('chief').call(mailContract.loadMail, {})
    const { hasPassword: _, ...settings } = body.settings
    return { as: 'chief', input: { ...settings, fromAddress: 'opora@office.example', password: 'шесть слов' } }
  },
  'mail.testMail': async (stage) => {
    await giveAddress(stage, 'chief', 'chief@region.example')
    return { as: 'chief', input: {} }
  },
  'mail.sendMailAgain': async (stage) => {
    const id = await sentLetter(stage)
    await askHouse(stage.opora, `update mail set status = 'unclear', fault = 'broken-off' where id = $1`, [id])
    return { as: 'chief', input: { id } }
  },
}

export async function giveAddress({ opora, district }: TestApp, visitor: Exclude<Visitor, 'nobody'>, email: string) {
  await askHouse(opora, 'update person set email = $2 where id = $1', [district.people[visitor], email])
}

/** A letter that lies in the folder already. */
export async function sentLetter(stage: TestApp): Promise<Id<'mail'>> {
  await giveAddress(stage, 'chief', 'chief@region.example')
  const { body } = await stage.as('chief').call(mailContract.testMail, {})
  for (let tries = 0; tries < 200; tries++) {
    const found = await stage.as('chief').call(mailContract.loadMail, {})
    if (found.body.letters.find(({ id }) => id === body.id)?.status === 'sent') return body.id
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error('the letter never left')
}

/** The secret of this visitor's calendar. */
export async function calendarToken({ as }: TestApp, visitor: Visitor): Promise<string> {
  await as(visitor).call(feedContract.makeFeed, {})
  const { body } = await as(visitor).call(feedContract.loadFeed, {})
  return body.feed?.token ?? ''
}
