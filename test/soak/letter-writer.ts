import { argv } from 'node:process'
import { turn } from '../../src/app/messages/keep-messages.ts'
import { performOver, tokensFrom } from '../../src/app/perform.ts'
import { openDatabase } from '../../src/server/database.ts'
import { openFileStore } from '../../src/server/file-store.ts'

// The worker that is killed: one morning, written and sent, in a process of its own.
const [appUrl = '', folder = '', secret = '', now = '', publicUrl = ''] = argv.slice(2)
const database = openDatabase(appUrl)
const perform = performOver({
  database,
  clock: { now: () => new Date(now) },
  store: await openFileStore(folder),
  tokenOf: tokensFrom(secret),
  jobs: { enqueue: async () => undefined, wake: () => undefined },
})
process.stdout.write('begins\n')
await turn(perform, publicUrl, (error) => {
  throw error
})
await database.close()
