import { dirname, join } from 'node:path'
import { and, desc, eq, isNull, ne } from 'drizzle-orm'
import { newId, type OrganisationId } from '../../kernel/id.ts'
import type { FileStore } from '../../server/file-store.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { backupRuns, backupSettings } from './tables.ts'

export type Keeping = typeof backupSettings.$inferSelect & { timeZone: string; path: string }

const RUNS_SHOWN = 50

/** The folder for copies while no other is set: it lies beside the files. */
export function ownBackupsFolder({ folder }: Pick<FileStore, 'folder'>): string {
  return join(dirname(folder), 'backups')
}

/** The settings of copies with the place that they belong to; nothing where the actor is not above everything. */
export async function findKeeping(work: Work): Promise<Keeping | null> {
  const [found] = await work.db
    .select({ setting: backupSettings, timeZone: organisations.timeZone, path: organisations.path })
    .from(backupSettings)
    .innerJoin(organisations, eq(organisations.id, backupSettings.organisationId))
    .where(visibleTo(work.actor, backupSettings))
    .orderBy(backupSettings.createdAt)
    .limit(1)
  return found ? { ...found.setting, timeZone: found.timeZone, path: found.path } : null
}

/** The latest tries, the newest first. */
export function listRuns(work: Work, organisationId: OrganisationId) {
  return work.db
    .select()
    .from(backupRuns)
    .where(and(eq(backupRuns.organisationId, organisationId), visibleTo(work.actor, backupRuns)))
    .orderBy(desc(backupRuns.askedAt))
    .limit(RUNS_SHOWN)
}

/**
 * By the house: the settings belong to the root of the tree, whose people may see everything that a copy holds; they move
 * when a region comes above it. Nothing where nobody has set Opora up yet.
 */
export async function settleKeeping(work: Work): Promise<Keeping | null> {
  const place = await findPlaceAboveAll(work)
  if (!place) return null
  const known = await findKeeping(work)
  if (!known) {
    await work.db
      .insert(backupSettings)
      .values({ id: newId(), organisationId: place, createdAt: work.now })
      .onConflictDoNothing()
  } else if (known.organisationId !== place) {
    await work.db.update(backupSettings).set({ organisationId: place }).where(eq(backupSettings.id, known.id))
    await work.db.update(backupRuns).set({ organisationId: place }).where(ne(backupRuns.organisationId, place))
  } else return known
  return await findKeeping(work)
}

async function findPlaceAboveAll(work: Work): Promise<OrganisationId | null> {
  const [root] = await work.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(isNull(organisations.parentId), visibleTo(work.actor, organisations)))
    .orderBy(organisations.createdAt)
    .limit(1)
  return root?.id ?? null
}
