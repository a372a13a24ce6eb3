import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { acceptInvitation, beginWork, fillFirstStart } from '../harness/first-start.ts'
import { chooseVariants, findUnready, importOrder, rehearseAndSend } from './road-map-life/adopt-order.ts'
import { agreeAll, approveAll, giveBack, mend, seeOwnRows } from './road-map-life/agree-maps.ts'
import { approve, consent, correct } from './road-map-life/correct-map.ts'
import { printDecember } from './road-map-life/december.ts'
import { look, startLife } from './road-map-life/desk.ts'
import { decideInHerPlace, standIn, standInNoMore } from './road-map-life/in-her-place.ts'
import { giveAddress, inviteBoth } from './road-map-life/invite.ts'
import { beginWithLastYear, keepAsTemplate, sendNextYear } from './road-map-life/last-year.ts'
import { readMorning } from './road-map-life/morning.ts'
import { moveDeadline } from './road-map-life/move-deadline.ts'
import { closeOldYear, confirmNextYear, rollOver, settleLeftovers } from './road-map-life/next-year.ts'
import { prove } from './road-map-life/prove.ts'
import { submit, writeForOthers, writeMap } from './road-map-life/school-maps.ts'

const { product, enter, isQuiet } = startLife()
let coordinator: Page
let head: Page
let director: Page
let curator: Page

test('the order becomes the road map of the year, after a look at what it would bring', async () => {
  coordinator = await enter(product().firstLink)
  await fillFirstStart(coordinator)
  await beginWork(coordinator)
  await importOrder(coordinator)
  await chooseVariants(coordinator)
  await findUnready(coordinator)
  await rehearseAndSend(coordinator)
})

test('the head and a director come in, and say where letters go', async () => {
  const { url } = product()
  const links = await inviteBoth(coordinator, url)
  head = await enter(links.head)
  await acceptInvitation(head, 'nachalnik@example.test')
  director = await enter(links.director)
  await acceptInvitation(director, 'direktor@example.test', 'Берёзкина Марина Юрьевна')
  await look(director, '05-director-today')
  await giveAddress(coordinator, url, 'lebedeva@example.test')
  await giveAddress(head, url, 'nachalnik@example.test')
  await giveAddress(director, url, 'direktor@example.test')
})

test('six schools write their maps and hand them over', async () => {
  const { url } = product()
  await director.goto(`${url}/school-maps`)
  await writeMap(director, 0)
  await look(director, '06-map-of-director')
  await submit(director)
  await writeForOthers(coordinator, url)
})

test('one map comes back with a comment by its row, is mended, agreed, and approved by the director’s order', async () => {
  const { url } = product()
  await giveBack(coordinator, url)
  await mend(director, url)
  await agreeAll(coordinator, url)
  await approveAll(director, coordinator, url)
  await seeOwnRows(coordinator, url)
})

test('the authority’s map is corrected by an amending order, and schools say what becomes of their own rows', async () => {
  const { url } = product()
  await correct(coordinator, url)
  await approve(coordinator)
  await consent(director, coordinator, url)
})

test('a school asks for another day and the head decides, on a day without her a curator in her place; the next morning one letter a person says so', async () => {
  const { url, folder, goOnTo } = product()
  await goOnTo('2026-02-24T05:00:00Z')
  await moveDeadline(director, head, url)
  curator = await standIn(coordinator, enter, { url, on: '24.02.2026' })
  await decideInHerPlace(director, curator, url)
  await goOnTo('2026-02-25T03:00:30Z')
  await standInNoMore(curator)
  await readMorning(director, { url, folder }, '2026-02-25')
  await prove(director, coordinator, url)
})

test('in December the table with its marks is printed, the road map goes on into the next year once, and a school’s map with it', async () => {
  const { url, goOnTo } = product()
  await goOnTo('2026-12-28T05:00:00Z')
  await printDecember(coordinator, url)
  await rollOver(coordinator, url)
  await settleLeftovers(coordinator)
  await confirmNextYear(coordinator)
  await sendNextYear(coordinator)
  await keepAsTemplate(director, url)
  await beginWithLastYear(director, { coordinator, head }, url)
  await closeOldYear(coordinator, director, url)
  isQuiet()
})
