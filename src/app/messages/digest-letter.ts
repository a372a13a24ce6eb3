import type { TodayLine, TodayView } from '../../features/assignments/today-view.ts'
import type { Choices } from '../../features/messages/message.ts'
import type { MessageRow } from '../../features/messages/tell.service.ts'
import type { Sentences } from './letter-sentences.ts'
import { pathOfCell } from './links.ts'

type Lists = Pick<TodayView, 'late' | 'thisWeek' | 'waiting'>
/** What every line of a letter needs: the addresses that it names, and its reader's language. */
export type Setting = { publicUrl: string; endToken: string; sentences: Sentences }

type Digest = { today: Lists; news: readonly MessageRow[]; choices: Choices; isSchool: boolean }

const LONGEST_LIST = 12

/** The letter of a day; null where there is nothing to say. Only what asks something of the reader is in it. */
export function digestLetter({ today, news, choices, isSchool }: Digest, setting: Setting): string | null {
  const { say } = setting.sentences
  const waits = choices[isSchool ? 'returned' : 'submitted'] !== 'never'
  const parts = [
    newsPart(news, setting),
    listPart(say('late'), choices['deadline-passed'] === 'never' ? [] : asking(today.late), setting),
    listPart(say('thisWeek'), choices['deadline-near'] === 'never' ? [] : asking(today.thisWeek), setting),
    listPart(say(isSchool ? 'waiting.school' : 'waiting'), waits ? asking(today.waiting) : [], setting),
  ].filter((part) => part !== '')
  if (parts.length === 0) return null
  const foot = say('today', { url: setting.publicUrl })
  return [say('hello'), ...parts, foot, footOf(setting, say('foot.digest'))].join('\n\n')
}

/** The letter of one message, at once. */
export function messageLetter(message: MessageRow, setting: Setting): string {
  const text = `${setting.sentences.sayMessage(message)}\n${setting.publicUrl}${message.path}`
  return [setting.sentences.say('hello'), text, footOf(setting, '')].join('\n\n')
}

function asking(list: Lists['late']): readonly TodayLine[] {
  return list.lines.filter((line) => line.action !== 'open')
}

function newsPart(news: readonly MessageRow[], setting: Setting): string {
  if (news.length === 0) return ''
  const { publicUrl, sentences } = setting
  const { say, sayMessage } = sentences
  // What happened twice in the same words is read once.
  const lines = [...new Set(news.map((one) => `— ${sayMessage(one)}\n  ${publicUrl}${one.path}`))]
  const shown = lines.slice(0, LONGEST_LIST)
  return partOf(setting, say('news'), { shown, rest: lines.length - shown.length })
}

function listPart(head: string, lines: readonly TodayLine[], setting: Setting): string {
  if (lines.length === 0) return ''
  const shown = lines
    .slice(0, LONGEST_LIST)
    .map((line) => `— ${lineText(line, setting)}\n  ${setting.publicUrl}${pathOf(line)}`)
  return partOf(setting, head, { shown, rest: lines.length - shown.length })
}

type Part = { shown: readonly string[]; rest: number }

function partOf({ sentences: { say } }: Setting, head: string, { shown, rest }: Part): string {
  return [head, ...shown, ...(rest > 0 ? [say('more', { count: rest })] : [])].join('\n')
}

function lineText(line: TodayLine, { sentences: { say, sayDay } }: Setting): string {
  const { number, title, dueOn, dueTime, organisations, count } = line
  const names = organisations.map((one) => one.shortName).join(', ')
  const who = count > organisations.length ? say('who.more', { names, count: count - organisations.length }) : names
  const due = dueOn ? say(dueTime ? 'line.time' : 'line.due', { day: sayDay(dueOn), time: dueTime ?? '' }) : ''
  const about = [due, who].filter((part) => part !== '').join(' · ')
  return `${number ? `${number} ` : ''}${title}${about ? ` (${about})` : ''}`
}

function pathOf({ activityId, programmeId, organisations, count }: TodayLine): string {
  const organisationId = count === 1 ? (organisations[0]?.id ?? null) : null
  return pathOfCell({ activityId, programmeId, organisationId })
}

function footOf({ publicUrl, endToken, sentences: { say } }: Setting, first: string): string {
  const lines = [
    first,
    say('foot.choose', { url: `${publicUrl}/settings/notifications` }),
    say('foot.end', { url: `${publicUrl}/letters/end#${endToken}` }),
  ]
  return ['-- ', ...lines.filter((line) => line !== '')].join('\n')
}
