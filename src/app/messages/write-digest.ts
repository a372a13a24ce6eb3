import { listReachable, type Reachable } from '../../features/access/person-actors.service.ts'
import { loadToday } from '../../features/assignments/read-today.service.ts'
import type { TodayLine, TodayView } from '../../features/assignments/today-view.ts'
import { loadDayChanges } from '../../features/calendar/place-calendar.service.ts'
import { isWorkingDay } from '../../features/calendar/working-day.ts'
import { endLettersToken, findChoices } from '../../features/messages/choices.service.ts'
import { beginMorning, listMornings, type Morning, noteDigestMail } from '../../features/messages/digest.service.ts'
import { type Choices, events } from '../../features/messages/message.ts'
import { putMail, replaceWaitingDigests } from '../../features/messages/outbox.service.ts'
import { loadRemindBefore } from '../../features/messages/remind.service.ts'
import { listUntold, noteInMail, releaseMessages } from '../../features/messages/tell.service.ts'
import { type Actor, holdsSomewhere } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/day.ts'
import { onceFor } from '../../kernel/once-for.ts'
import { actFor } from '../../server/act-for.ts'
import type { Work } from '../../server/work.ts'
import type { Perform } from '../perform.ts'
import { digestLetter } from './digest-letter.ts'
import { sentencesIn } from './letter-sentences.ts'
import { pathOfCell } from './links.ts'
import { tellAndWrite } from './tell-and-write.ts'

const actor: Actor = { kind: 'job', name: 'messages.write-digest' }
/** All that is shown on one day, uncut: a reminder must not miss the thirteenth. */
const EVERY_LINE = 10_000
/** A region's morning comes for thousands: so many letters are written side by side, and the screens keep their connections. */
const AT_ONCE = 4
/** What ended earlier is no news. */
const JUST_DAYS = 7

/** Writes the letters of every morning that has come and answers how many there were; each in a transaction of its own, so a killed writer leaves it whole or not begun. */
export async function writeDigests(
  perform: Perform,
  publicUrl: string,
  onError: (error: unknown) => void,
): Promise<number> {
  const mornings = await perform(actor, listMornings)
  const waiting = [...mornings]
  const write = async () => {
    for (let morning = waiting.shift(); morning; morning = waiting.shift()) {
      const next = morning
      // What breaks for one person keeps nobody else waiting.
      await perform(actor, (work) => writeDigest(work, next, publicUrl)).catch(onError)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, write))
  return mornings.length
}

/** A person's morning: reminders of what is due, and one letter with everything that asks something of her; once. */
export async function writeDigest(work: Work, morning: Morning, publicUrl: string): Promise<void> {
  if (!(await beginMorning(work, morning))) return
  if (!isWorkingDay(morning.day, await loadDayChanges(work, morning.path))) return
  const [reader] = await listReachable(work, [morning.personId])
  if (!reader || reader.actor.memberships.length === 0) return
  const today = await actFor(work, reader.actor, (own) => loadToday(own, EVERY_LINE))
  await remind(work, morning, { reader, today, publicUrl })
  if (reader.email) await putDigest(work, morning, { reader, email: reader.email, today, publicUrl })
}

type Reading = { reader: Reachable; today: TodayView; publicUrl: string }

async function putDigest(work: Work, morning: Morning, reading: Reading & { email: string }): Promise<void> {
  const { reader, today, email, publicUrl } = reading
  const { personId } = reader.actor
  const { choices } = await findChoices(work, personId)
  await releaseMessages(work, await replaceWaitingDigests(work, personId))
  const news = await listUntold(work, personId, toldInDigest(choices))
  const isSchool = holdsSomewhere(reader.actor, ['school_head', 'school_team'])
  const sentences = sentencesIn[reader.language]
  const setting = { publicUrl, endToken: endLettersToken(work, personId), sentences }
  const body = digestLetter({ today, news, choices, isSchool }, setting)
  if (body === null) return
  const mailId = await putMail(work, {
    ...{ personId, kind: 'digest', period: morning.day, toAddress: email, body },
    subject: sentences.say('digest.subject', { day: sentences.sayDay(morning.day) }),
  })
  if (!mailId) return
  await noteDigestMail(work, morning, mailId)
  await noteInMail(
    work,
    news.map(({ id }) => id),
    mailId,
  )
}

/** Deadlines stand in lists of their own there. */
function toldInDigest(choices: Choices) {
  return events.filter((one) => choices[one] === 'digest' && one !== 'deadline-near' && one !== 'deadline-passed')
}

/** One message for a day and everything that is due on it, by working days before. */
async function remind(work: Work, morning: Morning, { reader, today, publicUrl }: Reading): Promise<void> {
  const before = await loadRemindBefore(work)
  const near = own(today.thisWeek).filter((one) => one.workingDaysLeft !== null && one.workingDaysLeft <= before)
  for (const [day, lines] of byDay(near)) await tellOf(work, 'deadline-near', { day, lines, reader, publicUrl })
  for (const [day, lines] of byDay(
    own(today.late).filter(({ dueOn }) => dueOn !== null && dueOn >= addDays(morning.day, -JUST_DAYS)),
  )) {
    await tellOf(work, 'deadline-passed', { day, lines, reader, publicUrl })
  }
}

/** What the reader does herself: others' deadlines she sees in her letter and on her first page. */
function own(list: TodayView['late']): TodayLine[] {
  return list.lines.filter((line) => line.action === 'prove')
}

function byDay(lines: readonly TodayLine[]): Map<string, TodayLine[]> {
  const days = new Map<string, TodayLine[]>()
  for (const line of lines) if (line.dueOn) onceFor(days, line.dueOn, () => []).push(line)
  return days
}

type Due = { day: string; lines: TodayLine[]; reader: Reachable; publicUrl: string }

async function tellOf(work: Work, event: 'deadline-near' | 'deadline-passed', due: Due): Promise<void> {
  const { day, lines, reader, publicUrl } = due
  const [first] = lines
  if (!first) return
  const organisationId = first.organisations[0]?.id ?? null
  const isOne = lines.length === 1 && first.count === 1
  const news = {
    ...{ personId: reader.actor.personId, event, key: `${event}:${day}`, organisationId, at: work.now },
    path: isOne ? pathOfCell({ ...first, organisationId }) : '/',
    said: { ...(first.number && { number: first.number }), title: first.title, day, count: lines.length },
  }
  const { email, language } = reader
  await tellAndWrite(work, news, { email, language, publicUrl })
}
