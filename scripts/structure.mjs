import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readSources } from './imports.mjs'

/** What each room of the house may import besides itself (docs/architecture.md). */
const ARROWS = {
  kernel: [],
  paper: ['kernel'],
  server: ['kernel'],
  web: ['kernel'],
  cli: ['kernel'],
  features: ['kernel', 'paper', 'server', 'web', 'cli'],
  app: ['kernel', 'paper', 'server', 'web', 'cli', 'features'],
}
const LONGEST = 300

/** A feature's rooms that hold queries, or parts of them. */
const QUERY_ROOM = /\/(tables|visibility|register|proof|([\w-]+\.)?service)\.ts$/
/** A feature's rooms that stay behind the wire. */
const SERVER_ROOM = /\/(tables|visibility|register|proof|jobs|([\w-]+\.)?service)\.ts$/

const RULES = [missingFiles, arrows, levels, browserReach, pureWords, queryRooms, cycles, barrels, length, clock]

/** Every place where the house's order is broken, as `{ path, rule, message }`. */
export function checkStructure(root, { levels: table, longFiles }) {
  const files = readSources(root)
  const house = { files, byPath: new Map(files.map((file) => [file.path, file])), table, longFiles }
  return RULES.flatMap((rule) => rule(house).map((broken) => ({ rule: rule.name, ...broken })))
}

function missingFiles({ files }) {
  return eachImport(
    files,
    ({ isMissing }) => isMissing,
    (target) => `imports ${target}, and there is no such file (name it with its ending)`,
  )
}

function arrows({ files }) {
  return eachImport(
    files,
    ({ path: target }, path) => {
      if (target === undefined) return false
      if (!target.startsWith('src/')) return !isTest(path) && !target.endsWith('.json')
      const [from, to] = [roomOf(path), roomOf(target)]
      return from !== to && !ARROWS[from]?.includes(to)
    },
    (target, path) => `${roomOf(path)} must not import ${target}: kernel ← paper, server, web, cli ← features ← app`,
  )
}

function levels({ files, table }) {
  const strangers = files
    .filter(({ path }) => featureOf(path) && !(featureOf(path) in table))
    .map(({ path }) => ({
      path,
      message: `the feature ${featureOf(path)} has no level in scripts/structure-levels.json`,
    }))
  const upward = eachImport(
    files,
    ({ path: target = '' }, path) => {
      const [from, to] = [featureOf(path), featureOf(target)]
      return from !== undefined && to !== undefined && from !== to && !(table[to] < table[from])
    },
    (target, path) =>
      `${featureOf(path)} (level ${table[featureOf(path)]}) must not use ${target} (level ${table[featureOf(target)]})`,
  )
  return [...strangers, ...upward]
}

/** The browser reaches nothing that belongs behind the wire, not even through others, not even for a type. */
function browserReach({ files, byPath }) {
  return files
    .filter(({ path }) => isBrowser(path) && !isTest(path))
    .flatMap((start) => {
      const road = roadTo(start.path, isBehindTheWire, byPath)
      return road ? [{ path: start.path, message: `the browser must not reach ${road.join(' → ')}` }] : []
    })
}

function pureWords({ files }) {
  const isImpure = (target) => isBehindTheWire(target) && !target.startsWith('src/paper/')
  const isMachine = (name = '') => /^(node:|pg$|pg-boss$|fastify$|@fastify\/|drizzle-orm)/.test(name)
  return eachImport(
    files.filter(({ path }) => isWords(path)),
    ({ path: target, name }) => (target === undefined ? isMachine(name) : isImpure(target)),
    (target) => `rules and contracts are pure, and must not import ${target}`,
  )
}

function queryRooms({ files }) {
  return eachImport(
    files.filter(({ path }) => featureOf(path) && !isTest(path) && !QUERY_ROOM.test(path)),
    ({ name }) => name === 'drizzle-orm' || name === 'pg',
    (target) => `only tables, services and proof import ${target}: queries live in their rooms`,
  )
}

function cycles({ files, byPath }) {
  const seen = new Set()
  return files.flatMap(({ path }) => {
    if (seen.has(path)) return []
    const road = targetsOf(byPath.get(path)).includes(path) ? [path] : roadTo(path, (target) => target === path, byPath)
    if (!road) return []
    for (const member of road) seen.add(member)
    return [{ path, message: `imports itself in a circle: ${road.join(' → ')}` }]
  })
}

function barrels({ files }) {
  const named = files
    .filter(({ path }) => /\/index\.tsx?$/.test(path))
    .map(({ path }) => ({ path, message: 'a file is named by what it says, not index' }))
  const passedOn = eachImport(
    files,
    ({ isReExport }) => isReExport,
    (target) => `passes on ${target}: import from the file that says it`,
  )
  return [...named, ...passedOn]
}

function length({ files, longFiles }) {
  return files
    .filter(({ path, lines }) => lines > LONGEST && !longFiles[path])
    .map(({ path, lines }) => ({ path, message: `${lines} lines, stop at ${LONGEST}` }))
}

/** Now is `work.now`; only the edges look at the clock. */
function clock({ files }) {
  return files
    .filter(({ path, code }) => !isTest(path) && !/^src\/(app|server|cli)\//.test(path) && looksAtClock(code))
    .map(({ path }) => ({ path, message: 'looks at the clock: take now from work, or from whoever calls' }))
}

function looksAtClock(code) {
  return /\bDate\.now\b|\bnew Date\b(?:\s*\(\s*\)|(?!\s*\())/.test(code)
}

function eachImport(files, isWrong, say) {
  return files.flatMap(({ path, imports }) =>
    imports
      .filter((found) => isWrong(found, path))
      .map((found) => ({ path, message: say(found.path ?? found.name, path) })),
  )
}

/** The shortest chain of imports from the file to a wanted one, or undefined. */
function roadTo(start, isWanted, byPath) {
  const roads = [[start]]
  const visited = new Set()
  for (const road of roads) {
    for (const target of targetsOf(byPath.get(road.at(-1)))) {
      if (isWanted(target)) return [...road, target]
      if (visited.has(target)) continue
      visited.add(target)
      roads.push([...road, target])
    }
  }
  return undefined
}

function targetsOf(file) {
  return file === undefined ? [] : file.imports.flatMap(({ path }) => path ?? [])
}

function roomOf(path) {
  return path.split('/')[1]
}

function featureOf(path) {
  return /^src\/features\/([^/]+)\//.exec(path)?.[1]
}

function isTest(path) {
  return /\.test\.tsx?$/.test(path)
}

function isBrowser(path) {
  return /^src\/(web|app\/web|features\/[^/]+\/web)\//.test(path)
}

function isBehindTheWire(path) {
  return /^src\/(server|paper)\//.test(path) || (featureOf(path) !== undefined && SERVER_ROOM.test(path))
}

/** The kernel, and what lies at the top of a feature and is not one of its other rooms. */
function isWords(path) {
  if (isTest(path)) return false
  if (/^src\/kernel\//.test(path)) return true
  return /^src\/features\/[^/]+\/[^/]+\.ts$/.test(path) && !SERVER_ROOM.test(path) && !/\/(paper|demo)\.ts$/.test(path)
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(resolve(process.argv[1])).href
if (isMain) {
  const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
  const root = fileURLToPath(new URL('..', import.meta.url))
  const broken = checkStructure(root, {
    levels: read('./structure-levels.json'),
    longFiles: read('./structure-long-files.json'),
  })
  for (const { path, rule, message } of broken) console.log(`${path}: ${message} [${rule}]`)
  process.exitCode = broken.length > 0 ? 1 : 0
}
