import { holdsSomewhere } from '../../kernel/actor.ts'
import { addDays, type Day, dayAt, startOf } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/id.ts'
import { keep, onceFor } from '../../kernel/once-for.ts'
import { breathe } from '../../server/breathe.ts'
import type { Work } from '../../server/work.ts'
import { DEFAULT_TIME_ZONE } from '../organisations/organisation.ts'
import { canControl } from '../programmes/programme.ts'
import { activityIdsOf, type Board, listPlansSince, type Plan } from './board.service.ts'
import type { BoardActivity } from './board-activities.service.ts'
import { listWithController } from './controllers.service.ts'
import { derivingAt } from './derive-assignments.service.ts'
import { listFacts } from './facts.service.ts'
import { listUnfinishedTasks, standingTasks, type Task } from './list-tasks.service.ts'
import { loadWaitingMaps, mapHints } from './map-hints.service.ts'
import type { Assignment } from './matrix-cell.ts'
import { listOwnRows, numberOfOwnRow, type StandingOwnRow, standingOwnRows } from './own-rows.service.ts'
import { answersFor, canDecideMove, guides, type Place } from './permission.ts'
import type { Standing } from './standing.ts'
import { DAYS_BACK, type Entry, LONGEST_LIST, NAMES_IN_LINE, type Stance, sortIntoLists } from './today.ts'
import type { TodayHint, TodayView } from './today-view.ts'

/** What waits for this person, across projects; of each list the most pressing lines, and how many there are. */
export async function loadToday(work: Work, longestList = LONGEST_LIST): Promise<TodayView> {
  const since = addDays(dayAt(work.now, DEFAULT_TIME_ZONE), -DAYS_BACK)
  const [plans, given, own, maps] = await Promise.all([
    listPlansSince(work, since),
    listUnfinishedTasks(work, since),
    listOwnRows(work, since),
    loadWaitingMaps(work, since),
  ])
  const [facts, controlled] = await Promise.all([
    listFacts(work, [
      ...plans.flatMap(activityIdsOf),
      ...[...given.map((one) => one.row), ...own].map((one) => one.activityId),
    ]),
    listWithController(work, [...plans.map((one) => one.authority), ...given.map((one) => one.owner)]),
  ])
  const decidingOf = (authority: { id: OrganisationId; path: string }): Deciding => ({
    controls: canControl(work.actor, authority),
    decidesMoves: canDecideMove(work.actor, authority, { hasAccount: controlled.includes(authority.id) }),
  })
  const timeZone = plans[0]?.authority.timeZone ?? given[0]?.owner.timeZone ?? DEFAULT_TIME_ZONE
  const today = dayAt(work.now, timeZone)
  const entries: Entry[] = []
  const derive = derivingAt(work.now)
  for (const [index, plan] of plans.entries()) {
    if (index > 0) await breathe()
    entries.push(...entriesOf(work, { ...plan, facts }, { derive, deciding: decidingOf(plan.authority) }))
  }
  entries.push(
    ...standingTasks(work, given, facts).flatMap((task) => entriesOfTask(work, task, decidingOf(task.owner))),
    ...standingOwnRows(work, own, facts).flatMap((row) => entryOfOwnRow(work, row)),
  )
  const isEmpty = plans.every((one) => one.roadMap === null) && given.length === 0
  return {
    today,
    firstStep: isEmpty ? firstStepOf(work) : null,
    ...sortIntoLists(entries, today, longestList),
    hints: [...plans.flatMap((plan) => hintsOf(work, plan, today)), ...mapHints(maps, entries)],
  }
}

/** What the reader decides in the controller's name, the same over a whole authority. */
type Deciding = Pick<Entry['of'], 'controls' | 'decidesMoves'>
type Reading = { derive: ReturnType<typeof derivingAt>; deciding: Deciding }

function entriesOf(work: Work, board: Board, { derive, deciding }: Reading): Entry[] {
  const { dayChanges } = board
  const inForce = board.activities.filter((one) => one.removedBy === null)
  const assignmentsOf = derive(board, inForce)
  const asked = inForce.map((activity) => askedBy(board, activity))
  const kinds = new Map<string, { of: Entry['of']; alike: Map<Assignment, Entry>[] }>()
  for (const party of board.parties) {
    const { organisation } = party
    const stance = stanceOf(work, { organisation, authority: board.authority })
    const isOwnPart = organisation.kind === 'authority'
    const wasTold = organisation.kind !== 'school' || party.sentAt !== null
    const { of, alike } = onceFor(kinds, `${stance}/${isOwnPart}/${wasTold}`, () => ({
      of: { stance, isOwnPart, wasTold, ...deciding },
      alike: asked.map(() => new Map<Assignment, Entry>()),
    }))
    assignmentsOf(party).forEach((found, index) => {
      const words = asked[index]
      const known = alike[index]
      if (!found || !words || !known) return
      const { standing } = found
      addTo(known.get(found) ?? keep(known, found, entryOf(words, of, { standing, dayChanges })), organisation)
    })
  }
  return [...kinds.values()].flatMap(({ alike }) => alike.flatMap((one) => [...one.values()]))
}

function askedBy({ programme }: Board, { activityId, number, title }: BoardActivity): Entry['asked'] {
  return { activityId, programmeId: programme.id, programmeTitle: programme.title, number, title, dueTime: null }
}

function entriesOfTask(work: Work, { row, owner, dayChanges, recipients }: Task, deciding: Deciding): Entry[] {
  if (row.cancelled) return []
  const { activityId, text, dueTime } = row
  const asked = { activityId, programmeId: null, programmeTitle: null, number: null, title: text, dueTime }
  const kinds = new Map<Stance, { of: Entry['of']; alike: Map<Standing, Entry> }>()
  for (const { organisation, standing } of recipients) {
    const stance = stanceOf(work, { organisation, authority: owner })
    const { of, alike } = onceFor(kinds, stance, () => ({
      of: { stance, isOwnPart: false, wasTold: true, ...deciding },
      alike: new Map<Standing, Entry>(),
    }))
    addTo(alike.get(standing) ?? keep(alike, standing, entryOf(asked, of, { standing, dayChanges })), organisation)
  }
  return [...kinds.values()].flatMap(({ alike }) => [...alike.values()])
}

/** A school's own row is its own business, and that of whoever looks after the school: nobody else's day is made of it. */
function entryOfOwnRow(work: Work, { activityId, place, title, programme, standing, ...row }: StandingOwnRow): Entry[] {
  const stance = stanceOf(work, row)
  if (stance !== 'answers' && stance !== 'guides') return []
  const asked = { activityId, programmeId: programme.id, programmeTitle: programme.title, title, dueTime: null }
  const of = { stance, isOwnPart: false, wasTold: true, controls: false, decidesMoves: false }
  const entry = entryOf({ ...asked, number: numberOfOwnRow(place) }, of, { standing, dayChanges: row.dayChanges })
  addTo(entry, row.organisation)
  return [entry]
}

function entryOf(asked: Entry['asked'], of: Entry['of'], how: Pick<Entry, 'standing' | 'dayChanges'>): Entry {
  return { asked, of, ...how, organisations: [], count: 0 }
}

function addTo(entry: Entry, organisation: Entry['organisations'][number]) {
  if (entry.count < NAMES_IN_LINE) entry.organisations.push(organisation)
  entry.count++
}

function stanceOf(work: Work, place: Place): Stance {
  if (answersFor(work.actor, place)) return 'answers'
  return guides(work.actor, place) ? 'guides' : 'watches'
}

function firstStepOf({ actor }: Work): TodayView['firstStep'] {
  if (holdsSomewhere(actor, ['municipal_coordinator'])) return 'drop-order'
  return holdsSomewhere(actor, ['school_head', 'school_team']) ? 'nothing-sent' : 'wait-for-coordinator'
}

/** What stands in the way of the year: said to whoever can put it right. */
function hintsOf(work: Work, { programme, authority, roadMap, parties, thresholds }: Plan, today: Day): TodayHint[] {
  const schools = parties.filter((one) => one.kind === 'school')
  const project = {
    ...{ programmeId: programme.id, programmeTitle: programme.title },
    ...{ roadMapId: roadMap?.id ?? null, organisationId: null },
  }
  const hint = (kind: TodayHint['kind'], count: number): TodayHint[] =>
    count === 0 ? [] : [{ kind, count, ...project }]

  if (!guides(work.actor, { organisation: authority, authority })) {
    const own = schools.filter(({ organisation }) => answersFor(work.actor, { organisation, authority }))
    return hint('to-acknowledge', own.filter((one) => one.sentAt !== null && one.acknowledgedAt === null).length)
  }
  const lately = startOf(addDays(today, 1 - thresholds.silentDays), authority.timeZone).toISOString()
  const silent = schools.filter(({ sentAt, acknowledgedAt }) => sentAt && !acknowledgedAt && sentAt < lately)
  return [
    ...hint('variant-undefined', schools.filter((one) => one.variant === 'undefined').length),
    ...hint('not-sent', roadMap ? schools.filter((one) => one.sentAt === null).length : 0),
    ...hint('never-opened', silent.length),
  ]
}
