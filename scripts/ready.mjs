import { isBuilt } from './build.mjs'
import { install, isInstalled } from './install.mjs'
import { run, Stop } from './run.mjs'
import { inTurn } from './setup-lock.mjs'

/** Installs and builds what is missing or older than its sources; when nothing is, it costs a few milliseconds. */
export async function makeReady(...parts) {
  if (isInstalled() && outdated(parts).length === 0) return
  await inTurn(async () => {
    if (!isInstalled()) await install()
    for (const part of outdated(parts)) await buildApart(part)
  })
}

function outdated(parts) {
  return parts.filter((part) => !isBuilt(part))
}

/** In a process of its own: what building needs in memory is given back. */
async function buildApart(part) {
  const { code, output } = await run(process.execPath, ['scripts/build.mjs', part], { show: true })
  if (code !== 0) throw new Stop(`${output.trim()}\nСборка не удалась.`)
}
