import { CannotStart } from '../server/cannot-start.ts'
import { realClock } from '../server/clock.ts'
import { defaultDataFolder } from '../server/postgres/embedded.ts'
import { firstLink } from './first-link.ts'
import { installationFolder } from './folders.ts'
import { readStartOptions } from './options.ts'
import { start } from './start.ts'

const STOP_WITHIN_MS = 9_000

const say = (line: string) => process.stderr.write(`${line}\n`)

try {
  const options = readStartOptions(process.argv.slice(2))
  const started = await start(options, {
    folder: options.dataFolder ?? defaultDataFolder(installationFolder()),
    clock: realClock,
    say,
  })
  stopOnSignal(started.stop)
  const link = await firstLink(started.opora.perform, started.url)
  if (options.json) process.stdout.write(`${JSON.stringify({ url: started.url, links: linksOf(link) })}\n`)
  say(`Опора работает: ${started.url}`)
  if (link) say(`Первый вход (ссылка на один раз, действует час): ${link}`)
  say('Остановить: Ctrl+C')
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  say(error.message)
  process.exitCode = 1
}

function linksOf(link: string | null) {
  return link ? [{ role: 'administrator', name: '', url: link }] : []
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
