import { CannotStart } from '../server/cannot-start.ts'
import { movableClock, realClock } from '../server/clock.ts'
import { defaultDataFolder } from '../server/postgres/embedded.ts'
import { makeThrowAwayFolder } from '../server/postgres/throw-away.ts'
import { DEMO_BEGINS, foundDemonstration } from './demonstration/found-demonstration.ts'
import { firstLink } from './first-link.ts'
import { installationFolder } from './folders.ts'
import { readStartOptions, type StartOptions } from './options.ts'
import { start } from './start.ts'

type Link = { role: string; name: string; url: string }
type Running = { url: string; folder: string; links: Link[]; stop(): Promise<void> }

const STOP_WITHIN_MS = 9_000

const say = (line: string) => process.stderr.write(`${line}\n`)

try {
  const options = readStartOptions(process.argv.slice(2))
  const running = await (options.demo ? startDemonstration(options) : startInstallation(options))
  stopOnSignal(running.stop)
  say(`Опора работает: ${running.url}`)
  for (const link of new Map(running.links.map((one) => [one.url, one])).values()) {
    say(`  ${link.name || 'Первый вход (ссылка на один раз, действует час)'}: ${link.url}`)
  }
  say(`Папка данных: ${running.folder}`)
  say('Остановить: Ctrl+C')
  if (options.json) process.stdout.write(`${JSON.stringify({ url: running.url, links: running.links })}\n`)
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  say(error.message)
  process.exitCode = 1
}

async function startInstallation(options: StartOptions): Promise<Running> {
  const folder = options.dataFolder ?? defaultDataFolder(installationFolder())
  const { opora, url, keepGoing, stop } = await start(options, { folder, clock: realClock, demoClock: null, say })
  const first = await firstLink(opora.perform, url)
  keepGoing()
  return { url, folder, stop, links: first ? [{ role: 'administrator', name: '', url: first }] : [] }
}

async function startDemonstration(options: StartOptions): Promise<Running> {
  const { folder, remove } = await makeThrowAwayFolder('demo')
  const clock = movableClock(new Date(`${DEMO_BEGINS}T07:00:00Z`))
  const { opora, url, keepGoing, stop } = await start(options, { folder, clock, demoClock: clock, say }).catch(
    async (error: unknown) => {
      await remove()
      throw error
    },
  )
  say('Готовлю вымышленный район…')
  const links = await foundDemonstration(opora.perform, clock, url)
  keepGoing()
  return {
    url,
    folder,
    links,
    async stop() {
      await stop()
      await remove()
    },
  }
}

/** The first signal stops in order; whoever cannot wait sends a second one. */
function stopOnSignal(stop: () => Promise<void>) {
  let stopping = false
  const onSignal = () => {
    if (stopping) process.exit(130)
    stopping = true
    say('Останавливаюсь…')
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    void stop().then(() => process.exit(0))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
