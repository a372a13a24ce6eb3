import './node-version.mjs'

const { makeReady } = await import('./ready.mjs')
const { orStop, say } = await import('./run.mjs')

await orStop(() => makeReady('server', 'web'))

// the server stops by itself on these signals; should it hang, the person is not kept waiting
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    setTimeout(() => {
      say('Остановка заняла слишком много времени, завершаем. Принятые записи сохранены.')
      process.exit(1)
    }, 9_000).unref()
  })
}

process.env.NODE_ENV ??= 'production'
process.setSourceMapsEnabled(true)
await import('../dist/server.js')
