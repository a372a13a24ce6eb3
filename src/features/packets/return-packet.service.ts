import { and, eq } from 'drizzle-orm'
import type { FileId, OrganisationId } from '../../kernel/id.ts'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { Received } from '../../server/file-store.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { mayAct, needsTeller } from '../assignments/acting.service.ts'
import { holdActivity } from '../assignments/hold-activity.service.ts'
import { type KnownCell, listKnownCells } from '../assignments/known-cells.service.ts'
import { canRecord, isOpenForWork } from '../assignments/permission.ts'
import { recordProof } from '../assignments/record-proof.service.ts'
import { isSameWindow } from '../assignments/window.ts'
import { keepFile, loadFile, shareFiles } from '../files/service.ts'
import { organisations } from '../organisations/tables.ts'
import { isEmpty, isSameProof, proofOf, type RowPlace, type SaidProof } from './packet.ts'
import { type RawSheet, type Returned, returnedRows } from './returned.ts'
import type { ReturnView, RowFate } from './view.ts'
import './words.ts'

export type ReadTable = (path: string) => Promise<{ sheets: RawSheet[] } | { said: string }>

/** A row as it is judged: `proof` only where it is ready to be recorded. */
type Judged = Returned & { fate: RowFate; ready: { place: RowPlace; proof: SaidProof } | null }
type Cells = ReadonlyMap<string, KnownCell>
type Kept = { id: FileId; name: string; organisationId: OrganisationId }

/** Keeps the filled table as the school's file and says what would become of each row. */
export async function bringPacketBack(
  work: Work,
  { received, name, organisationId }: { received: Received; name: string; organisationId: OrganisationId },
  readTable: ReadTable,
): Promise<ReturnView> {
  await refuseUnlessSeen(work, organisationId)
  const rows = await readPacket(received.path, organisationId, readTable)
  const cells = await listKnownCells(work, organisationId)
  const cell = anyCell(rows, cells)
  refuseUnless(!cell || mayAct(work, cell), 'forbidden', 'assignment.not-yours')
  const judged = judgeAll(work, rows, cells)
  const kept = await keepFile(work, received, { organisationId, name })
  if (cell) await shareFiles(work, [{ fileId: kept.id, organisationId: cell.place.authority.id }])
  return viewOf(work, { ...kept, organisationId }, { rows, judged, cell })
}

/** Records what is ready, all of it or, where one row is refused, nothing. */
export async function recordPacket(
  work: Work,
  { fileId, onBehalf }: { fileId: FileId; onBehalf: OnBehalf | null },
  readTable: ReadTable,
): Promise<ReturnView> {
  const kept = await loadFile(work, fileId)
  const rows = await readPacket(kept.path, kept.organisationId, readTable)
  // In one order for everybody, so that two who bring the same packet never wait for one another.
  const held = new Set(rows.filter((one) => !isEmpty(one.answer)).flatMap((one) => one.place?.activityId ?? []))
  for (const activityId of [...held].sort()) await holdActivity(work, activityId)
  const cells = await listKnownCells(work, kept.organisationId)
  const cell = anyCell(rows, cells)
  refuseUnless(!cell || mayAct(work, cell), 'forbidden', 'assignment.not-yours')
  const judged = judgeAll(work, rows, cells)
  const ready = judged.flatMap((one) => one.ready ?? [])
  refuseUnless(ready.length > 0, 'conflict', 'packet.nothing-to-record')
  const told = cell && needsTeller(work, cell) ? onBehalf : null
  for (const { place, proof } of ready) await recordProof(work, { ...place, onBehalf: told }, proof)
  const done = judged.map((one) => (one.ready ? { ...one, fate: 'recorded' as const } : one))
  return viewOf(work, kept, { rows, judged: done, cell })
}

/** Whose packet it is comes before what is in it. */
async function refuseUnlessSeen(work: Work, id: OrganisationId): Promise<void> {
  const [found] = await work.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.id, id), visibleTo(work.actor, organisations)))
  refuseUnless(found, 'missing', 'organisation.missing')
}

async function readPacket(path: string, organisationId: OrganisationId, readTable: ReadTable): Promise<Returned[]> {
  const read = await readTable(path)
  if ('said' in read) throw new Refusal('unprocessable', 'packet.unreadable', { params: { said: read.said } })
  const rows = returnedRows(read.sheets)
  refuseUnless(rows.length > 0, 'unprocessable', 'packet.no-packet')
  const isForeign = rows.some(({ place }) => place && place.organisationId !== organisationId)
  refuseUnless(!isForeign, 'conflict', 'packet.of-another-school')
  return rows
}

/** The first cell that is still there: whose packet it is, and who may bring it back. */
function anyCell(rows: readonly Returned[], cells: Cells): KnownCell | null {
  for (const { place } of rows) {
    const cell = place && cells.get(place.activityId)
    if (cell) return cell
  }
  return null
}

function judgeAll(work: Work, rows: readonly Returned[], cells: Cells): Judged[] {
  return rows
    .filter((row) => !isEmpty(row.answer))
    .map((row) => judge(work, row, row.place && cells.get(row.place.activityId)))
}

function judge(work: Work, row: Returned, cell: KnownCell | null | undefined): Judged {
  const { place } = row
  const left = (fate: RowFate): Judged => ({ ...row, fate, ready: null })
  if (!place) return left('damaged')
  const cycle = cell?.standing.cycles.find((one) => isSameWindow(one.window, place.window))
  if (!cell || !cycle) return left('gone')
  const proof = proofOf(row.answer, cell.today)
  if ('fault' in proof) return left(proof.fault)
  const inWindow = cell.proofs.filter((one) =>
    isSameWindow({ start: one.windowStart, end: one.windowEnd }, place.window),
  )
  if (inWindow.some((one) => isSameProof(proof, one))) return left('known')
  const standing = { state: cycle.state, hasProof: false }
  const isOpen = isOpenForWork(cell.now) && canRecord(work.actor, cell.place, cell.now, standing)
  return isOpen ? { ...row, fate: 'ready', ready: { place, proof } } : left('closed')
}

type Found = { rows: readonly Returned[]; judged: readonly Judged[]; cell: KnownCell | null }

function viewOf(work: Work, { id, name }: Kept, { rows, judged, cell }: Found): ReturnView {
  return {
    fileId: id,
    name,
    isOnBehalf: cell !== null && needsTeller(work, cell),
    untouched: rows.length - judged.length,
    rows: judged.map(({ row, activity, answer, fate }) => ({ row, activity, said: sayAnswer(answer), fate })),
  }
}

function sayAnswer({ done, when, who, source }: Returned['answer']): string {
  return [when, done, who, source].filter((part) => part !== '').join(' · ')
}
