import { expect, test } from 'vitest'
import { usualChoices } from '../../features/messages/message.ts'
import { newId } from '../../kernel/id.ts'
import { digestLetter } from './digest-letter.ts'
import { sentencesIn } from './letter-sentences.ts'

const nothing = { lines: [], total: 0 }
const today = { late: nothing, thisWeek: nothing, waiting: nothing }
const setting = { publicUrl: 'https://opora.example', endToken: 'token', sentences: sentencesIn.ru }

const submitted = (place: string) => ({
  ...{ id: newId<'message'>(), personId: newId<'person'>(), event: 'map-submitted' as const, key: newId() },
  ...{ organisationId: null, path: `/school-maps/${place}`, said: { organisation: 'СОШ № 1' } },
  ...{ createdAt: new Date('2024-04-24T03:00:00Z'), readAt: null, mailId: null },
})

test('what happened twice in the same words is told once', () => {
  const news = [submitted('a'), submitted('a'), submitted('b')]
  const letter = digestLetter({ today, news, choices: usualChoices, isSchool: false }, setting) ?? ''
  expect(letter.match(/СОШ № 1: карта школы ждёт согласования/g)).toHaveLength(2)
  expect(letter.match(/school-maps\/a/g)).toHaveLength(1)
})
