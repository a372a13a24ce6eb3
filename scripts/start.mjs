import './node-version.mjs'

const { makeReady } = await import('./ready.mjs')
const { orStop, say } = await import('./run.mjs')

await orStop(() => makeReady('server', 'web'))

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => waitForStop(signal))
// the window was closed: the same as being told to stop
process.once('SIGHUP', () => process.kill(process.pid, 'SIGTERM'))

process.env.NODE_ENV = process.env.NODE_ENV || 'production'
process.setSourceMapsEnabled(true)
await import('../dist/server.js')

/** The server stops by itself; one that has not come so far or that hangs does not keep the person waiting. */
function waitForStop(signal) {
  if (process.listenerCount(signal) === 0) process.exit(130)
  setTimeout(() => {
    say('Остановка заняла слишком много времени, завершаем. Принятые записи сохранены.')
    process.exit(1)
  }, 9_500).unref()
}
