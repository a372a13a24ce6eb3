import { startEmbeddedPostgres } from '../../src/server/postgres/embedded.ts'

// a process of its own, to be killed: starts the database of the given folder, says so and waits
const database = await startEmbeddedPostgres({
  folder: process.argv[2] ?? '',
  log: console.error,
  keeping: 'throw-away',
})
console.log(database.port)
setInterval(() => undefined, 60_000)
