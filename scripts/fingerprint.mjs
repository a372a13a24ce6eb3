import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './run.mjs'

/** Whether the stamp was made from these very files. Untouched files are recognised by time and size, without reading them. */
export function isCurrent(stamp, paths) {
  const made = readStamp(stamp)
  if (made === undefined) return false
  if (made.glance === glance(paths)) return true
  if (made.contents !== contents(paths)) return false
  writeStamp(stamp, paths)
  return true
}

export function writeStamp(stamp, paths) {
  mkdirSync(dirname(join(ROOT, stamp)), { recursive: true })
  writeFileSync(join(ROOT, stamp), JSON.stringify({ glance: glance(paths), contents: contents(paths) }))
}

/** The files under the given folders and the given files that exist, in a fixed order. */
export function listFiles(roots, isWanted = () => true) {
  return roots
    .flatMap((root) => listUnder(root))
    .filter(isWanted)
    .sort()
}

function listUnder(path) {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false })
  if (found === undefined) return []
  if (found.isFile()) return [path]
  return readdirSync(join(ROOT, path)).flatMap((name) => listUnder(`${path}/${name}`))
}

function glance(paths) {
  return digest(paths, (path) => {
    const { mtimeMs, size } = statSync(join(ROOT, path))
    return `${mtimeMs} ${size}`
  })
}

function contents(paths) {
  return digest(paths, (path) => readFileSync(join(ROOT, path)))
}

function digest(paths, read) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(`\0${path}\0`).update(read(path))
  return hash.digest('hex')
}

function readStamp(stamp) {
  try {
    return JSON.parse(readFileSync(join(ROOT, stamp), 'utf8'))
  } catch {
    return undefined // never built, or the stamp was cut short: build
  }
}
