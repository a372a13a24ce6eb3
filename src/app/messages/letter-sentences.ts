import { letterWords } from '../../features/messages/letter-words.ts'
import { messageWords } from '../../features/messages/message-words.ts'
import { sentenceOf } from '../../features/messages/say-message.ts'
import type { MessageRow } from '../../features/messages/tell.service.ts'
import { beginningOf } from '../../kernel/beginning.ts'
import type { Day } from '../../kernel/day.ts'
import type { Language } from '../../kernel/words.ts'
import { sentencesOf } from '../../server/sentences.ts'

const words = sentencesOf([letterWords])
const events = sentencesOf([messageWords])

const LONGEST_SUBJECT = 90

/** What letters say, in the language of whoever reads them; what people typed stays as they typed it. */
export type Sentences = {
  /** A sentence of a letter's frame. */
  say(key: keyof typeof letterWords.ru, values?: Record<string, string | number>): string
  /** «13 февраля 2024». */
  sayDay(day: Day | string): string
  sayMessage(message: Pick<MessageRow, 'event' | 'said'>): string
}

export const sentencesIn: Readonly<Record<Language, Sentences>> = { ru: spoken('ru'), en: spoken('en') }

function spoken(language: Language): Sentences {
  const wordy = wordyDay(language)
  const sayDay = (day: string) => wordy.format(new Date(`${day}T00:00:00Z`)).replace(' г.', '')
  return {
    say: (key, values = {}) => words(key, values, language),
    sayDay,
    sayMessage(message) {
      const { key, values } = sentenceOf(message, sayDay)
      return events(key, values, language).replace(/\.\.$/, '.')
    },
  }
}

function wordyDay(language: Language): Intl.DateTimeFormat {
  const locale = { ru: 'ru', en: 'en-GB' }[language]
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
}

/** One line and short: what people typed may have neither. */
export function subjectOf(text: string): string {
  return beginningOf(text.replace(/\s+/g, ' ').trim(), LONGEST_SUBJECT)
}
