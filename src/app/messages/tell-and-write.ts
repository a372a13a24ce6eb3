import { endLettersToken, findChoices } from '../../features/messages/choices.service.ts'
import { putMail } from '../../features/messages/outbox.service.ts'
import { type News, noteInMail, tell } from '../../features/messages/tell.service.ts'
import type { Language } from '../../kernel/words.ts'
import type { Work } from '../../server/work.ts'
import { messageLetter } from './digest-letter.ts'
import { sentencesIn, subjectOf } from './letter-sentences.ts'

/** Tells a person, and writes to her at once where she chose so; told again, nothing happens. */
export async function tellAndWrite(
  work: Work,
  news: News,
  { email, language, publicUrl }: { email: string | null; language: Language; publicUrl: string },
): Promise<boolean> {
  const told = await tell(work, news)
  if (!told) return false
  const { choices } = await findChoices(work, news.personId)
  if (!email || choices[news.event] !== 'at-once') return true
  const sentences = sentencesIn[language]
  const { say, sayMessage } = sentences
  const mailId = await putMail(work, {
    ...{ personId: news.personId, kind: 'at-once', period: news.key, toAddress: email },
    subject: say('at-once.subject', { what: subjectOf(sayMessage(told)) }),
    body: messageLetter(told, { publicUrl, endToken: endLettersToken(work, news.personId), sentences }),
  })
  if (mailId) await noteInMail(work, [told.id], mailId)
  return true
}
