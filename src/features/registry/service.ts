import { and, desc, eq, ne } from 'drizzle-orm'
import { type Actor, membershipsOf, type PersonActor } from '../../kernel/actor.ts'
import { done } from '../../kernel/contract.ts'
import { type Id, newId, type OrganisationId, type PersonId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { invitePeople } from '../access/import-people.service.ts'
import { record } from '../audit/service.ts'
import { keepFile } from '../files/service.ts'
import type { registryContract } from './contract.ts'
import { exportedRows } from './export-rows.ts'
import { APPLY_REGISTRY, READ_REGISTRY } from './jobs.ts'
import { registrySheets, templateSheets, XLSX } from './paper.ts'
import { loadRegister, planRegistry, previewOf } from './plan-registry.service.ts'
import { countsOf, type Entry, isReadyToApply, type Verdict } from './preview.ts'
import { registryImports } from './tables.ts'
import { faultWords, paperNames } from './words.ts'

type Row = typeof registryImports.$inferSelect

/** So many rows are shown at once; the file of what is to be mended has them all. */
const SHOWN = 300
const LISTED = 20
const order: readonly Verdict[] = ['wrong', 'question', 'changed', 'added', 'same']

export const registryService: Service<typeof registryContract> = {
  async listRegistryImports(work) {
    const rows = await work.db
      .select()
      .from(registryImports)
      .where(and(ne(registryImports.status, 'abandoned'), visibleTo(work.actor, registryImports)))
      .orderBy(desc(registryImports.createdAt))
      .limit(LISTED)
    return { imports: rows.map(summaryOf) }
  },

  async startRegistryImport(work, { name }, received) {
    const actor = personOf(work.actor)
    const organisationId = keptBy(actor)
    const { id: fileId } = await keepFile(work, received, { organisationId, name })
    const [row] = await work.db
      .insert(registryImports)
      .values({
        ...{ id: newId<'registryImport'>(), organisationId, fileId, name, asked: actor },
        ...{ status: 'reading' as const, answers: {}, createdAt: work.now },
      })
      .returning()
    if (!row) throw new Error('an insert returned no row')
    await work.enqueue(READ_REGISTRY, { importId: row.id })
    await record(work, { action: 'registry.started', subjectId: row.id, organisationId, after: { name } })
    return summaryOf(row)
  },

  async loadRegistryImport(work, { id, verdict }) {
    const row = await loadImport(work, id)
    const preview = row.preview ?? []
    const shown = verdict ? preview.filter((one) => one.verdict === verdict) : preview.toSorted(byNeed)
    return {
      ...summaryOf(row),
      note: row.note,
      counts: countsOf(preview),
      entries: shown.slice(0, SHOWN),
      progress: row.progress,
      made: row.made?.length ?? 0,
    }
  },

  async answerNamesake(work, { id, rowVersion, row, answer }) {
    const before = await loadImport(work, id)
    refuseUnless(before.status === 'ready' && before.rows, 'conflict', 'registry.not-open')
    const answers = { ...before.answers, [row]: answer }
    const preview = previewOf(await planRegistry(work, { rows: before.rows, answers }))
    const after = await change(work, { before, rowVersion }, { answers, preview, note: '' })
    const { organisationId } = before
    await record(work, { action: 'registry.answered', subjectId: id, organisationId, after: { row, answer } })
    return summaryOf(after)
  },

  async applyRegistryImport(work, { id, rowVersion }) {
    const before = await loadImport(work, id)
    refuseUnless(before.rowVersion === rowVersion, 'stale', 'registry.changed-meanwhile', {
      current: summaryOf(before),
    })
    refuseUnless(before.status === 'ready', 'conflict', 'registry.not-open')
    const counts = countsOf(before.preview ?? [])
    refuseUnless(isReadyToApply(counts), 'unprocessable', 'registry.not-ready', { params: counts })
    const wanted = { status: 'applying' as const, asked: personOf(work.actor), note: '' }
    const after = await change(work, { before, rowVersion }, wanted)
    await work.enqueue(APPLY_REGISTRY, { importId: id })
    await record(work, {
      action: 'registry.asked-for',
      subjectId: id,
      organisationId: before.organisationId,
      after: counts,
    })
    return summaryOf(after)
  },

  async abandonRegistryImport(work, { id, rowVersion }) {
    const before = await loadImport(work, id)
    refuseUnless(before.rowVersion === rowVersion, 'stale', 'registry.changed-meanwhile', {
      current: summaryOf(before),
    })
    const isOpen = ['reading', 'ready', 'unreadable'].includes(before.status)
    refuseUnless(isOpen, 'conflict', 'registry.not-open')
    await change(work, { before, rowVersion }, { status: 'abandoned', rows: null, preview: null })
    await record(work, { action: 'registry.abandoned', subjectId: id, organisationId: before.organisationId })
    return done
  },

  async invitePeopleOfRegistry(work, { id, rowVersion }) {
    const before = await loadImport(work, id)
    refuseUnless(before.rowVersion === rowVersion, 'stale', 'registry.changed-meanwhile', {
      current: summaryOf(before),
    })
    refuseUnless(before.status === 'applied', 'conflict', 'registry.not-applied')
    await change(work, { before, rowVersion }, {})
    const made = await invitePeople(work, (before.made ?? []) as PersonId[]) // ids that the application wrote
    await record(work, {
      action: 'registry.invited',
      subjectId: id,
      organisationId: before.organisationId,
      after: { made },
    })
    return { made }
  },

  async downloadFaults(work, { id }) {
    const { rows, preview } = await loadImport(work, id)
    const faulty = (preview ?? []).filter((one) => one.faults.length > 0 || one.asks)
    const said = (sheet: Entry['sheet']) => {
      const bySheet = new Map(faulty.filter((one) => one.sheet === sheet).map((one) => [one.row, one]))
      return { head: paperNames.ru.mend, textOf: (row: number) => faultText(bySheet.get(row)), bySheet }
    }
    const [organisations, people] = [said('organisations'), said('people')]
    const bytes = await registrySheets(
      {
        organisations: (rows?.organisations ?? []).filter(({ row }) => organisations.bySheet.has(row)),
        people: (rows?.people ?? []).filter(({ row }) => people.bySheet.has(row)),
      },
      { organisations, people },
    )
    return { name: paperNames[work.language].faults, type: XLSX, bytes }
  },

  async downloadRegistryTemplate(work) {
    return { name: paperNames[work.language].template, type: XLSX, bytes: await templateSheets() }
  },

  async exportRegistry(work) {
    const { organisations, people } = await loadRegister(work)
    const bytes = await registrySheets(exportedRows(organisations, people))
    return { name: paperNames[work.language].export, type: XLSX, bytes }
  },
}

function byNeed(one: Entry, other: Entry): number {
  return order.indexOf(one.verdict) - order.indexOf(other.verdict)
}

function faultText(entry: Entry | undefined): string {
  const asked = entry?.asks ? [faultWords.ru.asks.replace('{{said}}', entry.asks)] : []
  return [
    ...(entry?.faults ?? []).map(({ code, said }) => faultWords.ru[code].replace('{{said}}', said)),
    ...asked,
  ].join(' ')
}

function summaryOf({ id, name, status, createdAt, rowVersion }: Row) {
  return { id, name, status, createdAt: createdAt.toISOString(), rowVersion }
}

async function loadImport(work: Work, id: Id<'registryImport'>): Promise<Row> {
  const [row] = await work.db
    .select()
    .from(registryImports)
    .where(and(eq(registryImports.id, id), visibleTo(work.actor, registryImports)))
  refuseUnless(row, 'missing', 'registry.missing')
  return row
}

async function change(
  work: Work,
  { before, rowVersion }: { before: Row; rowVersion: number },
  set: Partial<typeof registryImports.$inferInsert>,
): Promise<Row> {
  const [after] = await work.db
    .update(registryImports)
    .set({ ...set, rowVersion: rowVersion + 1 })
    .where(
      and(
        eq(registryImports.id, before.id),
        eq(registryImports.rowVersion, rowVersion),
        eq(registryImports.status, before.status),
      ),
    )
    .returning()
  if (after) return after
  const current = summaryOf(await loadImport(work, before.id))
  throw new Refusal('stale', 'registry.changed-meanwhile', { current })
}

/** The highest organisation that she keeps. */
function keptBy(actor: Actor): OrganisationId {
  const kept = membershipsOf(actor)
    .filter(({ role }) => role === 'administrator' || role === 'municipal_coordinator')
    .toSorted((one, other) => one.path.length - other.path.length)
  const [first] = kept
  refuseUnless(first, 'forbidden', 'registry.not-yours')
  return first.organisationId
}

function personOf(actor: Actor): PersonActor {
  refuseUnless(actor.kind === 'person', 'unknown', 'server.not-signed-in')
  return actor
}
