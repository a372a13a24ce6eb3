import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run, Stop, say } from './run.mjs'

/** Whether node_modules holds what package-lock.json asks for. */
export function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true
    // an optional package is there only on the system it was made for
    return present[path] ? present[path].version === entry.version : entry.optional === true
  })
}

/** Installs everything, tools included, whatever NODE_ENV says: the product is built on the spot. */
export async function install() {
  say('Устанавливаем зависимости — это нужно один раз, обычно меньше двух минут…')
  // no package's install script is needed, and none gets to run
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund']
  const { code, output } = await run('npm', args).catch((cause) => {
    throw new Stop('Не найдена программа npm, которая ставится вместе с Node.js. Установите Node.js целиком.', {
      cause,
    })
  })
  if (code === 0) return
  throw new Stop(
    `${output}\nНе удалось установить зависимости. Проверьте доступ в интернет и место на диске, затем запустите снова.`,
  )
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages
  } catch {
    return {} // nothing installed yet
  }
}
