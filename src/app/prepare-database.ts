import './tables.ts'
import { guardRows } from '../server/guard-rows.ts'
import { prepareJobs } from '../server/jobs.ts'
import { migrate } from '../server/migrate.ts'
import { declaredVisibilities } from '../server/visibility.ts'
import { migrationsFolder } from './folders.ts'
import { jobNames } from './job-bodies.ts'

type Preparing = { ownerUrl: string; appRole: string }

/** Brings a database to the program's state: its tables, who sees their rows, its queues. Answers with what was applied. */
export async function prepareDatabase({ ownerUrl, appRole }: Preparing): Promise<string[]> {
  const applied = await migrate({ ownerUrl, folder: migrationsFolder(), appRole })
  await guardRows({ ownerUrl, appRole, declarations: declaredVisibilities() })
  await prepareJobs(ownerUrl, appRole, jobNames)
  return applied
}
