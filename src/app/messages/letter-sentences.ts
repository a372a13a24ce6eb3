import { letterWords } from '../../features/messages/letter-words.ts'
import { messageWords } from '../../features/messages/message-words.ts'
import { sentenceOf } from '../../features/messages/say-message.ts'
import type { MessageRow } from '../../features/messages/tell.service.ts'
import { beginningOf } from '../../kernel/beginning.ts'
import type { Day } from '../../kernel/day.ts'
import { sentencesOf } from '../../server/sentences.ts'

const words = sentencesOf([letterWords])
const events = sentencesOf([messageWords])
const wordy = new Intl.DateTimeFormat('ru', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })

const LONGEST_SUBJECT = 90

/** A sentence of a letter's frame. */
export function say(key: keyof typeof letterWords.ru, values: Record<string, string | number> = {}): string {
  return words(key, values, 'ru')
}

/** «13 февраля 2024». */
export function sayDay(day: Day | string): string {
  return wordy.format(new Date(`${day}T00:00:00Z`)).replace(' г.', '')
}

export function sayMessage(message: Pick<MessageRow, 'event' | 'said'>): string {
  const { key, values } = sentenceOf(message, sayDay)
  return events(key, values, 'ru').replace(/\.\.$/, '.')
}

/** One line and short: what people typed may have neither. */
export function subjectOf(text: string): string {
  return beginningOf(text.replace(/\s+/g, ' ').trim(), LONGEST_SUBJECT)
}
