import { and, eq, inArray } from 'drizzle-orm'
import { day, dayAt } from '../../kernel/day.ts'
import type { OrganisationId, ProgrammeId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { writeDocx } from '../../paper/write-docx.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Download, Work } from '../../server/work.ts'
import { listBoards } from '../assignments/board.service.ts'
import { derivingAt } from '../assignments/derive-assignments.service.ts'
import { listFacts } from '../assignments/facts.service.ts'
import { listOwnRows, numberOfOwnRow, standingOwnRows } from '../assignments/own-rows.service.ts'
import { answersFor, guides } from '../assignments/permission.ts'
import { loadOrganisation } from '../organisations/service.ts'
import { activityRevisions, roadMapRevisions } from '../road-maps/tables.ts'
import { packetBlocks, packetSheet } from './paper.ts'
import { paperWords } from './paper-words.ts'
import type { PacketRow, PacketView } from './view.ts'

export type PacketPlace = { programmeId: ProgrammeId; organisationId: OrganisationId }

/** Before every project. */
const FIRST_DAY = day(1900, 1, 1)
const finished: readonly string[] = ['accepted', 'waiting', 'off-control', 'not-applicable']

/** What is still asked of one school, a row for each window. */
export async function loadPacket(work: Work, { programmeId, organisationId }: PacketPlace): Promise<PacketView> {
  const [board] = await listBoards(work, programmeId)
  refuseUnless(board, 'missing', 'programme.missing')
  const party = board.parties.find((one) => one.organisation.id === organisationId)
  refuseUnless(party && party.kind === 'school', 'missing', 'assignment.missing')
  const { id, shortName, timeZone } = party.organisation
  const place = { organisation: party.organisation, authority: board.authority }
  const mayHandle = guides(work.actor, place) || answersFor(work.actor, place)
  refuseUnless(mayHandle, 'forbidden', 'assignment.not-yours')

  const { fullName } = await loadOrganisation(work, id)
  const own = await listOwn(work, { programmeId, organisationId })
  const proofs = await listProofKinds(work, board.activities)
  const assignments = derivingAt(work.now)(board, board.activities)(party)
  const rows = board.activities.flatMap((activity, index): PacketRow[] => {
    const found = assignments[index]
    if (!found || found.isOutsideVariant || found.isRemoved || finished.includes(found.standing.state)) return []
    const { activityId, number, title, sectionTitle, period } = activity
    const open = found.standing.cycles.filter((one) => !finished.includes(one.state))
    return open.map(({ window, dueOn, state }) => ({
      ...{ activityId, number, title, sectionTitle, window, dueOn, state },
      ...{ periodText: period?.text ?? null, proof: proofs.get(activityId) ?? [] },
    }))
  })
  const { programme, roadMap } = board
  return {
    programme: { id: programme.id, title: programme.title, year: programme.year },
    organisation: { id, shortName, fullName },
    revision: roadMap?.revision ?? null,
    today: dayAt(work.now, timeZone),
    isOnBehalf: !answersFor(work.actor, place),
    rows: [...rows, ...own],
  }
}

/** What the school set itself in its map in force; a closed project asks nothing more. */
async function listOwn(work: Work, { programmeId, organisationId }: PacketPlace): Promise<PacketRow[]> {
  const known = await listOwnRows(work, FIRST_DAY)
  const own = known.filter((one) => one.programme.id === programmeId && one.organisation.id === organisationId)
  const facts = await listFacts(
    work,
    own.map((one) => one.activityId),
  )
  return standingOwnRows(work, own, facts).flatMap(({ activityId, place, title, period, proof, standing }) => {
    if (finished.includes(standing.state)) return []
    const row = { activityId, number: numberOfOwnRow(place), title, sectionTitle: null, proof }
    const open = standing.cycles.filter((one) => !finished.includes(one.state))
    return open.map(({ window, dueOn, state }) => ({ ...row, window, dueOn, state, periodText: period?.text ?? null }))
  })
}

export async function exportPacket(work: Work, place: PacketPlace): Promise<Download> {
  const view = await loadPacket(work, place)
  return {
    name: `${nameOf(work, view)}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await packetSheet(view, work.language),
  }
}

export async function exportPacketPaper(work: Work, place: PacketPlace): Promise<Download> {
  const view = await loadPacket(work, place)
  return {
    name: `${nameOf(work, view)}.docx`,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: writeDocx(packetBlocks(view, work.language)),
  }
}

function nameOf({ language }: Work, { organisation, programme }: PacketView): string {
  return `${paperWords[language].file} ${organisation.shortName} ${programme.year}`
}

type Listed = Pick<typeof activityRevisions.$inferSelect, 'activityId'>

async function listProofKinds(work: Work, rows: readonly Listed[]) {
  if (rows.length === 0) return new Map<Listed['activityId'], PacketRow['proof']>()
  const ids = rows.map((one) => one.activityId)
  const found = await work.db
    .select({ id: activityRevisions.activityId, proof: activityRevisions.proof })
    .from(activityRevisions)
    .innerJoin(roadMapRevisions, eq(roadMapRevisions.id, activityRevisions.revisionId))
    .where(
      and(
        inArray(activityRevisions.activityId, ids),
        eq(roadMapRevisions.status, 'approved'),
        visibleTo(work.actor, activityRevisions),
      ),
    )
  return new Map(found.map(({ id, proof }) => [id, proof]))
}
