import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { newId } from '../../kernel/id.ts'
import { documentsContract } from '../documents/contract.ts'
import { assignmentsContract } from './contract.ts'

test('a task by a letter of the journal hands the letter to whoever is asked, and to no other', async () => {
  const app = await startTestApp()
  const upload = Buffer.from('Просим сообщить')
  const said = { name: 'Письмо.txt', number: '02/17', sender: 'Министерство', title: 'О сборе сведений' }
  const { body: letter } = await app.as('coordinator').call(documentsContract.receiveLetter, said, { upload })
  const seenBy = async (who: 'director' | 'neighbour') =>
    (await app.as(who).call(documentsContract.loadDocument, { id: letter.id })).status
  expect(await seenBy('director')).toBe(404)

  const organisationIds = app.district.schools.slice(0, 1).map(({ id }) => id)
  const task = { text: 'Сообщите число слушателей', dueOn: '2024-06-20', organisationIds }
  const strange = await app
    .as('coordinator')
    .call(assignmentsContract.giveTask, { ...task, letter: { documentId: newId<'document'>() } })
  expect([strange.status, strange.refusal.code]).toEqual([404, 'document.missing'])
  const given = await app
    .as('coordinator')
    .call(assignmentsContract.giveTask, { ...task, letter: { documentId: letter.id } })
  expect(given.body.letter).toMatchObject({ number: '02/17', sender: 'Министерство' })
  expect([await seenBy('director'), await seenBy('neighbour')]).toEqual([200, 404])
  const journal = await app.as('coordinator').call(documentsContract.listDocuments, { kind: 'incoming-letter' })
  expect(journal.body.total).toBe(1)
})
