import { holdsSomewhere } from '../../kernel/actor.ts'
import { addDays, type Day, dayAt } from '../../kernel/day.ts'
import type { Work } from '../../server/work.ts'
import { DEFAULT_TIME_ZONE } from '../organisations/organisation.ts'
import { canControl } from '../programmes/programme.ts'
import { type Board, listBoards } from './board.service.ts'
import { listTasks, type Task } from './list-tasks.service.ts'
import { answersFor, guides, type Place } from './permission.ts'
import { assignmentsOn } from './read-matrix.service.ts'
import { type Entry, type Stance, sortIntoLists } from './today.ts'
import type { TodayHint, TodayView } from './today-view.ts'

/** What waits for this person, across projects. */
export async function loadToday(work: Work): Promise<TodayView> {
  const boards = await listBoards(work)
  const tasks = await listTasks(work)
  const timeZone = boards[0]?.authority.timeZone ?? tasks[0]?.owner.timeZone ?? DEFAULT_TIME_ZONE
  const today = dayAt(work.now, timeZone)
  const entries = [
    ...boards.flatMap((board) => entriesOf(work, board)),
    ...tasks.flatMap((task) => entriesOfTask(work, task)),
  ]
  const isEmpty = boards.every((one) => one.roadMap === null) && tasks.length === 0
  return {
    today,
    firstStep: isEmpty ? firstStepOf(work) : null,
    ...sortIntoLists(entries, today),
    hints: boards.flatMap((board) => hintsOf(work, board, today)),
  }
}

function entriesOf(work: Work, board: Board): Entry[] {
  const assignment = assignmentsOn(board, work.now)
  return board.parties.flatMap((party) => {
    const { organisation } = party
    const stance = stanceOf(work, { organisation, authority: board.authority })
    return board.activities.flatMap((activity): Entry[] => {
      const found = assignment(activity, party)
      if (!found) return []
      return [
        {
          activityId: activity.activityId,
          programmeId: board.programme.id,
          programmeTitle: board.programme.title,
          number: activity.number,
          title: activity.title,
          dueTime: null,
          organisation: { id: organisation.id, shortName: organisation.shortName },
          isOwnPart: organisation.kind === 'authority',
          wasTold: organisation.kind !== 'school' || party.sentAt !== null,
          stance,
          standing: found.standing,
        },
      ]
    })
  })
}

function entriesOfTask(work: Work, { row, owner, recipients }: Task): Entry[] {
  if (row.cancelled) return []
  return recipients.map(({ organisation, standing }) => ({
    activityId: row.activityId,
    programmeId: null,
    programmeTitle: null,
    number: null,
    title: row.text,
    dueTime: row.dueTime,
    organisation: { id: organisation.id, shortName: organisation.shortName },
    isOwnPart: false,
    wasTold: true,
    stance: stanceOf(work, { organisation, authority: owner }),
    standing,
  }))
}

/** The coordinator of a small district may be its head as well: what she decides first is acceptance. */
function stanceOf(work: Work, place: Place): Stance {
  if (answersFor(work.actor, place)) return 'answers'
  if (guides(work.actor, place)) return 'guides'
  return canControl(work.actor, place.authority) ? 'controls' : 'watches'
}

function firstStepOf({ actor }: Work): TodayView['firstStep'] {
  if (holdsSomewhere(actor, ['municipal_coordinator'])) return 'drop-order'
  return holdsSomewhere(actor, ['school_head', 'school_team']) ? 'nothing-sent' : 'wait-for-coordinator'
}

/** What stands in the way of the year: said to whoever can put it right. */
function hintsOf(work: Work, { programme, authority, roadMap, parties, thresholds }: Board, today: Day): TodayHint[] {
  const schools = parties.filter((one) => one.kind === 'school')
  const hint = (kind: TodayHint['kind'], count: number): TodayHint[] =>
    count === 0
      ? []
      : [{ kind, count, programmeId: programme.id, programmeTitle: programme.title, roadMapId: roadMap?.id ?? null }]
  const place = (organisation: Place['organisation']): Place => ({ organisation, authority })

  const own = schools.filter((one) => answersFor(work.actor, place(one.organisation)))
  const unread = own.filter((one) => one.sentAt !== null && one.acknowledgedAt === null)
  if (!guides(work.actor, place(authority))) return hint('to-acknowledge', unread.length)

  const longAgo = addDays(today, -thresholds.silentDays)
  const silent = schools.filter(
    (one) => one.sentAt && !one.acknowledgedAt && dayAt(one.sentAt, authority.timeZone) <= longAgo,
  )
  return [
    ...hint('variant-undefined', schools.filter((one) => one.variant === 'undefined').length),
    ...hint('not-sent', roadMap ? schools.filter((one) => one.sentAt === null).length : 0),
    ...hint('never-opened', silent.length),
  ]
}
