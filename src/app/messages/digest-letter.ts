import type { TodayLine, TodayView } from '../../features/assignments/today-view.ts'
import type { Choices } from '../../features/messages/message.ts'
import type { MessageRow } from '../../features/messages/tell.service.ts'
import { say, sayDay, sayMessage } from './letter-sentences.ts'
import { pathOfCell } from './links.ts'

type Lists = Pick<TodayView, 'late' | 'thisWeek' | 'waiting'>
export type Places = { publicUrl: string; endToken: string }

type Digest = { today: Lists; news: readonly MessageRow[]; choices: Choices; isSchool: boolean }

const LONGEST_LIST = 12

/** The letter of a day; null where there is nothing to say. Only what asks something of the reader is in it. */
export function digestLetter({ today, news, choices, isSchool }: Digest, places: Places): string | null {
  const waits = choices[isSchool ? 'returned' : 'submitted'] !== 'never'
  const parts = [
    newsPart(news, places),
    listPart(say('late'), choices['deadline-passed'] === 'never' ? [] : asking(today.late), places),
    listPart(say('thisWeek'), choices['deadline-near'] === 'never' ? [] : asking(today.thisWeek), places),
    listPart(say(isSchool ? 'waiting.school' : 'waiting'), waits ? asking(today.waiting) : [], places),
  ].filter((part) => part !== '')
  if (parts.length === 0) return null
  const foot = say('today', { url: places.publicUrl })
  return [say('hello'), ...parts, foot, footOf(places, say('foot.digest'))].join('\n\n')
}

/** The letter of one message, at once. */
export function messageLetter(message: MessageRow, places: Places): string {
  const text = `${sayMessage(message)}\n${places.publicUrl}${message.path}`
  return [say('hello'), text, footOf(places, '')].join('\n\n')
}

function asking(list: Lists['late']): readonly TodayLine[] {
  return list.lines.filter((line) => line.action !== 'open')
}

function newsPart(news: readonly MessageRow[], { publicUrl }: Places): string {
  if (news.length === 0) return ''
  const shown = news.slice(0, LONGEST_LIST).map((one) => `— ${sayMessage(one)}\n  ${publicUrl}${one.path}`)
  return partOf(say('news'), shown, news.length - shown.length)
}

function listPart(head: string, lines: readonly TodayLine[], { publicUrl }: Places): string {
  if (lines.length === 0) return ''
  const shown = lines.slice(0, LONGEST_LIST).map((line) => `— ${lineText(line)}\n  ${publicUrl}${pathOf(line)}`)
  return partOf(head, shown, lines.length - shown.length)
}

function partOf(head: string, shown: readonly string[], rest: number): string {
  return [head, ...shown, ...(rest > 0 ? [say('more', { count: rest })] : [])].join('\n')
}

function lineText({ number, title, dueOn, dueTime, organisations, count }: TodayLine): string {
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

function footOf({ publicUrl, endToken }: Places, first: string): string {
  const lines = [
    first,
    say('foot.choose', { url: `${publicUrl}/settings/notifications` }),
    say('foot.end', { url: `${publicUrl}/letters/end#${endToken}` }),
  ]
  return ['-- ', ...lines.filter((line) => line !== '')].join('\n')
}
