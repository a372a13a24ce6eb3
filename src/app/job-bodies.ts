import { DELIVER_MAIL, TELL_NEWS } from '../features/messages/jobs.ts'
import { comeIntoForce } from '../features/organisations/come-into-force.service.ts'
import { COME_INTO_FORCE } from '../features/organisations/jobs.ts'
import { destroyByAct } from '../features/personal-data/destroy.service.ts'
import { DESTROY_PERSON } from '../features/personal-data/jobs.ts'
import type { destructionActs } from '../features/personal-data/tables.ts'
import { applyRegistry, noteProgress } from '../features/registry/apply-registry.service.ts'
import { APPLY_REGISTRY, READ_REGISTRY } from '../features/registry/jobs.ts'
import { giveUpRegistry, readRegistry } from '../features/registry/read-registry.service.ts'
import type { Progress } from '../features/registry/tables.ts'
import { READ_IMPORT } from '../features/road-maps/jobs.ts'
import { giveUpReading, readImport } from '../features/road-maps/read-import.service.ts'
import type { orderImports } from '../features/road-maps/tables.ts'
import { MAKE_BACKUP, MAKE_BACKUP_SECONDS } from '../features/upkeep/jobs.ts'
import type { RunId } from '../features/upkeep/runs.service.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Id, OrganisationId } from '../kernel/id.ts'
import type { Installation } from '../server/backup/make-backup.ts'
import type { JobBody } from '../server/jobs.ts'
import { makeCopy } from './make-copy.ts'
import { deliverMail } from './messages/deliver-mail.ts'
import { tellNews } from './messages/tell-news.ts'
import type { Perform } from './perform.ts'
import { readPaperPatiently } from './read-paper.ts'
import { readTable } from './read-table.ts'

/** Names of all jobs: their queues are made by the owner before the application starts. */
export const jobNames: readonly string[] = [
  READ_IMPORT,
  COME_INTO_FORCE,
  READ_REGISTRY,
  APPLY_REGISTRY,
  MAKE_BACKUP,
  DESTROY_PERSON,
  DELIVER_MAIL,
  TELL_NEWS,
]

export type JobGround = { perform: Perform; installation: Installation; publicUrl: string; now(): Date }

/** What each job does: one service call, safe to repeat. */
export function jobBodies({ perform, installation, publicUrl, now }: JobGround): Record<string, JobBody> {
  return {
    [READ_IMPORT]: {
      run: (payload) =>
        perform(job(READ_IMPORT), (work) => readImport(work, importOf(payload), { readPaper: readPaperPatiently })),
      giveUp: (payload) => perform(job(READ_IMPORT), (work) => giveUpReading(work, importOf(payload))),
    },
    [READ_REGISTRY]: {
      run: (payload) => perform(job(READ_REGISTRY), (work) => readRegistry(work, registryImportOf(payload), readTable)),
      giveUp: (payload) => perform(job(READ_REGISTRY), (work) => giveUpRegistry(work, registryImportOf(payload))),
    },
    [APPLY_REGISTRY]: {
      run: (payload) => {
        const id = registryImportOf(payload)
        const tell = (progress: Progress) => perform(job(APPLY_REGISTRY), (work) => noteProgress(work, id, progress))
        return perform(job(APPLY_REGISTRY), (work) => applyRegistry(work, id, tell))
      },
      giveUp: (payload) => perform(job(APPLY_REGISTRY), (work) => giveUpRegistry(work, registryImportOf(payload))),
    },
    [COME_INTO_FORCE]: {
      run: (payload) => perform(job(COME_INTO_FORCE), (work) => comeIntoForce(work, organisationOf(payload))),
    },
    [MAKE_BACKUP]: {
      run: ({ runId }) => makeCopy({ perform, installation, now }, runId as RunId), // the service that enqueued it put it there
      atMostSeconds: MAKE_BACKUP_SECONDS,
    },
    [TELL_NEWS]: {
      run: ({ entryIds = '' }) => perform(job(TELL_NEWS), (work) => tellNews(work, entryIds.split(','), publicUrl)),
    },
    [DELIVER_MAIL]: { run: () => deliverMail(perform, publicUrl) },
    [DESTROY_PERSON]: {
      run: (payload) => perform(job(DESTROY_PERSON), (work) => destroyByAct(work, actOf(payload))),
    },
  }
}

function job(name: string): Actor {
  return { kind: 'job', name }
}

function registryImportOf({ importId }: Record<string, string>): Id<'registryImport'> {
  return importId as Id<'registryImport'> // the service that enqueued it put it there
}

function organisationOf({ organisationId }: Record<string, string>): OrganisationId {
  return organisationId as OrganisationId // the service that enqueued it put it there
}

function actOf({ actId }: Record<string, string>): (typeof destructionActs.$inferSelect)['id'] {
  return actId as (typeof destructionActs.$inferSelect)['id'] // the service that enqueued it put it there
}

function importOf({ importId }: Record<string, string>): { importId: (typeof orderImports.$inferSelect)['id'] } {
  return { importId: importId as (typeof orderImports.$inferSelect)['id'] } // the service that enqueued it put it there
}
