import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { isCurrent, listFiles, writeStamp } from './fingerprint.mjs'
import { orStop, ROOT, run, Stop, say } from './run.mjs'

const isTest = (path) => /\.test\.tsx?$/.test(path)
const isScreen = (path) => /^src\/(app\/|features\/[^/]+\/)?web\//.test(path)
const isBehindTheWire = (path) => /^src\/(server|paper|cli)\//.test(path)

const PARTS = {
  server: {
    stamp: 'dist/.built-server',
    files: () =>
      listFiles(
        ['src', 'migrations', 'package-lock.json', 'scripts/build.mjs'],
        (path) => !isTest(path) && !isScreen(path),
      ),
    build: buildServer,
    says: 'Собираем сервер…',
  },
  web: {
    stamp: 'dist/.built-web',
    files: () =>
      listFiles(
        [
          'src',
          'package-lock.json',
          'vite.config.ts',
          'scripts/build.mjs',
          'scripts/screen-files.mjs',
          'scripts/shared-files.mjs',
          'scripts/late-schemas.mjs',
        ],
        (path) => {
          return !isTest(path) && !isBehindTheWire(path)
        },
      ),
    build: buildWeb,
    says: 'Собираем экраны — до минуты…',
  },
}

/** Whether the part was built from the sources as they are. */
export function isBuilt(part) {
  return isCurrent(PARTS[part].stamp, PARTS[part].files())
}

export async function build(part) {
  const { stamp, files, build: make, says } = PARTS[part]
  say(says)
  const sources = files()
  await make()
  writeStamp(stamp, sources)
}

/** Pure packages that travel inside the bundle, so that the terminal starts without looking for them. */
const BUNDLED = ['zod', 'saxes', 'xmlchars', 'uuidv7']

async function buildServer() {
  const entries = ['server', 'terminal', 'paper-worker', 'sheet-worker', 'print-worker', 'letterhead-worker'].map(
    (name) => `src/app/${name}.ts`,
  )
  const present = entries.filter((entry) => existsSync(join(ROOT, entry)))
  if (present.length === 0) throw new Stop('В src/app нет ни одной программы: клон неполный, получите его заново.')
  const esbuild = await import('esbuild')
  clearOldPrograms()
  try {
    await esbuild.build({
      absWorkingDir: ROOT,
      entryPoints: present,
      outdir: 'dist',
      bundle: true,
      splitting: true, // a command loads only what it needs: `parse` never loads the database
      chunkNames: 'part-[hash]', // beside the programs, so that import.meta.url means the same folder everywhere
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
      sourcemap: true,
      legalComments: 'none',
      logLevel: 'silent',
      plugins: [{ name: 'packages-stay-outside', setup: keepPackagesOutside }],
    })
  } catch (cause) {
    throw new Stop(`Не удалось собрать сервер. ${cause.message}`, { cause })
  } finally {
    await esbuild.stop()
  }
}

function keepPackagesOutside({ onResolve }) {
  onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
    if (kind === 'entry-point' || BUNDLED.some((name) => path === name || path.startsWith(`${name}/`))) return undefined
    return { path, external: true }
  })
}

function clearOldPrograms() {
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  for (const name of readdirSync(join(ROOT, 'dist'))) {
    if (/\.js(\.map)?$/.test(name)) rmSync(join(ROOT, 'dist', name))
  }
}

async function buildWeb() {
  if (!existsSync(join(ROOT, 'src/app/web/index.html'))) return
  const { code, output } = await run(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    {
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  if (code !== 0) throw new Stop(`Не удалось собрать экраны.\n${output}`)
  await Promise.all(listFiles(['dist/web/assets'], (path) => /\.(m?js|css|svg|json)$/.test(path)).map(compress))
}

/** Compressed once here instead of at every request; a file too small to gain stays as it is. */
async function compress(path) {
  const plain = readFileSync(join(ROOT, path))
  if (plain.length < 1024) return
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    promisify(gzip)(plain, { level: 9 }),
  ])
  writeFileSync(join(ROOT, `${path}.br`), brotli)
  writeFileSync(join(ROOT, `${path}.gz`), gzipped)
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(resolve(process.argv[1])).href
if (isMain) {
  const asked = process.argv.slice(2).filter((name) => name in PARTS)
  await orStop(async () => {
    for (const part of asked.length > 0 ? asked : Object.keys(PARTS)) await build(part)
  })
}
